export type Sent = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: string }

/** Sends one file and tells how far it is, in percent. Never throws: a broken line is an answer too. */
export function sendFile(address: string, file: File, onProgress: (percent: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    // Only this older interface of the browser says how much of a request has left.
    const request = new XMLHttpRequest()
    request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`)
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', 'zh-CN')
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? (event.loaded / event.total) * 100 : 0)
    request.onload = () => resolve(readAnswer(request.status, request.response))
    request.onerror = () => resolve({ ok: false, fault: '' })
    request.ontimeout = () => resolve({ ok: false, fault: '' })
    request.send(file)
  })
}

/** The number of the file, or the sentence of the refusal (RFC 9457). */
export function readAnswer(status: number, answer: unknown): Sent {
  const { id, title } = (typeof answer === 'object' && answer !== null ? answer : {}) as { readonly id?: unknown; readonly title?: unknown }
  if (status < 300 && typeof id === 'string') return { ok: true, id }
  return { ok: false, fault: typeof title === 'string' ? title : '' }
}
