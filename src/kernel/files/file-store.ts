/** Content to keep: bytes, or a stream of bytes that is read once. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

/** A kept file: its address is the SM3 of its content (64 lower-case hexadecimal digits); size in bytes. */
export interface StoredFile {
  readonly hash: string
  readonly size: number
}

export interface PutOptions {
  /** Bytes; a longer stream is refused with `files.too-large` as soon as it passes the limit, and nothing is kept. */
  readonly limit?: number
}

/** Keeps files by content: the same bytes are kept once, and a file can never change under its address. Nothing is deleted. */
export interface FileStore {
  /** Durable when it resolves. Refuses `files.empty` and `files.too-large`. */
  put(content: FileContent, options?: PutOptions): Promise<StoredFile>
  /** The content as a stream; refuses `files.not-found`. The reader's stream fails if the bytes no longer fit the address. */
  get(hash: string): Promise<ReadableStream<Uint8Array>>
  has(hash: string): Promise<boolean>
}
