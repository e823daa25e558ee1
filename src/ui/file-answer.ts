export type Sent = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: string }

/** What a request came to; status 0 where the line broke. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface FileRequest {
  readonly method: 'POST' | 'PUT'
  readonly address: string
  readonly body: Blob | string
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks a door, telling in percent how much of the request has left. */
export type Ask = (request: FileRequest, onProgress: (percent: number) => void) => Promise<Answer>

/** The number of the file, or the sentence of the refusal (RFC 9457) in the language of the page. */
export function readAnswer(status: number, answer: unknown, lang: string): Sent {
  const { id, title, titleEn } = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<Record<'id' | 'title' | 'titleEn', unknown>>
  if (status >= 200 && status < 300 && typeof id === 'string') return { ok: true, id }
  const fault = lang === 'en' ? titleEn : title
  return { ok: false, fault: typeof fault === 'string' ? fault : '' }
}
