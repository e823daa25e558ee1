/** Keeps files that are still coming in, each under the id of its upload. They are nobody's evidence and go when they are whole or given up. */
export interface PartStore {
  /** How many bytes are there; 0 of an unknown upload. */
  sizeOf(id: string): Promise<number>
  /** Writes at an offset that is there and cuts off whatever stood behind it. Durable when it resolves. */
  append(id: string, offset: number, bytes: Uint8Array): Promise<void>
  read(id: string): Promise<Uint8Array>
  /** Does nothing where nothing is. */
  remove(id: string): Promise<void>
}
