import { type Ask, readAnswer, type Sent } from './file-answer.ts'

const pieceBytes = 1_048_576
/** So often in a row a piece may fail before the sender is told; then it goes on when the line is back. */
const mostFailures = 3

interface Way {
  readonly address: string
  /** Of the page. */
  readonly lang: string
  readonly subtle: Pick<SubtleCrypto, 'digest'>
  readonly ask: Ask
}

/** Sends a file piece by piece from where the server says that it stopped, whoever stopped it: the line, the server, or yesterday. */
export async function sendInPieces(way: Way, file: File, onProgress: (percent: number) => void): Promise<Sent> {
  const sha256 = hex(await way.subtle.digest('SHA-256', await file.arrayBuffer()))
  const begin = () => way.ask({ method: 'POST', address: way.address, body: JSON.stringify({ name: file.name, size: file.size, sha256 }) }, () => undefined)
  let failures = 0
  while (failures < mostFailures) {
    const begun = await begin()
    const upload = readUpload(begun.body)
    if (upload === undefined) {
      if (begun.status !== 0 && begun.status < 500) return readAnswer(begun.status, begun.body, way.lang)
      failures += 1
      continue
    }
    const outcome = await sendFrom(way, file, { ...upload, onProgress })
    if (outcome.sent !== undefined) return outcome.sent
    failures = outcome.moved ? 1 : failures + 1
  }
  return { ok: false, fault: '' }
}

interface Begun {
  readonly id: string
  readonly received: number
}

/** Sends what is missing until a piece does not arrive: then `moved` says whether any did. */
async function sendFrom({ address, lang, ask }: Way, file: File, { id, received, onProgress }: Begun & { readonly onProgress: (percent: number) => void }): Promise<{ readonly sent?: Sent; readonly moved: boolean }> {
  for (let offset = received; ; offset += pieceBytes) {
    const piece = file.slice(offset, offset + pieceBytes)
    const isLast = offset + pieceBytes >= file.size
    const progress = (percent: number): void => onProgress(((offset + (piece.size * percent) / 100) / file.size) * 100)
    // The answer to the last piece has the number of the file: under a key it can be asked for again.
    const headers = isLast ? { 'idempotency-key': `${id}-${offset}` } : {}
    const answer = await ask({ method: 'PUT', address: `${address}/${id}?offset=${offset}`, body: piece, headers }, progress)
    const moved = offset > received
    if (answer.status === 200) {
      const { file: taken } = answer.body as { readonly file: { readonly id: string } | null }
      if (taken !== null) return { sent: { ok: true, id: taken.id }, moved }
      continue
    }
    // 409: another tab was faster, or the server remembers less than was sent. It says where to go on when asked again.
    if (answer.status === 0 || answer.status === 409 || answer.status >= 500) return { moved }
    return { sent: readAnswer(answer.status, answer.body, lang), moved }
  }
}

function readUpload(body: unknown): Begun | undefined {
  const { id, received } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<keyof Begun, unknown>>
  return typeof id === 'string' && typeof received === 'number' ? { id, received } : undefined
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
