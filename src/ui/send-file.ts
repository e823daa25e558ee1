import { type Ask, readAnswer, type Sent } from './file-answer.ts'
import { sendInPieces } from './send-in-pieces.ts'

/** Where files are sent to. */
export interface FileDoors {
  /** Takes a file as a whole. */
  readonly whole: string
  /** Takes one piece after the other, and goes on where it stopped. */
  readonly pieces: string
}

/** From here on a broken line costs enough to send in pieces. */
const small = 1_048_576

/**
 * Sends one file and tells how far it is, in percent. A large one goes in pieces and, sent again, goes on where it stopped; the
 * browser compares contents only where the connection is a secure one. Never throws: a broken line is an answer too.
 */
export async function sendFile(doors: FileDoors, file: File, onProgress: (percent: number) => void): Promise<Sent> {
  // A plain connection to another host has no `subtle`, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle
  const { lang } = document.documentElement
  if (file.size > small && subtle !== undefined) return sendInPieces({ address: doors.pieces, lang, subtle, ask }, file, onProgress)
  const { status, body } = await ask({ method: 'POST', address: `${doors.whole}?name=${encodeURIComponent(file.name)}`, body: file }, onProgress)
  return readAnswer(status, body, lang)
}

const ask: Ask = ({ method, address, body, headers = {} }, onProgress) =>
  new Promise((resolve) => {
    // Only this older interface of the browser says how much of a request has left.
    const request = new XMLHttpRequest()
    request.open(method, address)
    request.responseType = 'json'
    request.setRequestHeader('content-type', typeof body === 'string' ? 'application/json' : 'application/octet-stream')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? (event.loaded / event.total) * 100 : 0)
    request.onload = () => resolve({ status: request.status, body: request.response })
    request.onerror = () => resolve({ status: 0, body: null })
    request.ontimeout = () => resolve({ status: 0, body: null })
    request.send(body)
  })
