/** One file on its way to the server. */
export interface Upload {
  readonly key: number
  readonly name: string
  readonly state: 'waiting' | 'sending' | 'done' | 'failed'
  /** 0 to 100. */
  readonly percent: number
  /** Sent again after the line broke: what the server has already is not sent twice. */
  readonly resumed?: boolean | undefined
  /** The number that the server gave it. */
  readonly id?: string | undefined
  /** Why it was refused; empty when the line broke, and sending it again may help. */
  readonly fault?: string | undefined
}

export type UploadNews =
  | { readonly kind: 'chosen'; readonly names: readonly string[]; readonly firstKey: number }
  | { readonly kind: 'progress'; readonly key: number; readonly percent: number }
  | { readonly kind: 'arrived'; readonly key: number; readonly id: string }
  | { readonly kind: 'failed'; readonly key: number; readonly fault: string }
  | { readonly kind: 'again'; readonly key: number }
  | { readonly kind: 'dropped'; readonly key: number }

/** The list after a piece of news. Files that arrived stay as they are: after a broken line only the one that failed is sent again. */
export function afterNews(uploads: readonly Upload[], news: UploadNews): readonly Upload[] {
  switch (news.kind) {
    case 'chosen':
      return [...uploads, ...news.names.map((name, place): Upload => ({ key: news.firstKey + place, name, state: 'waiting', percent: 0 }))]
    case 'progress':
      return changed(uploads, news.key, { state: 'sending', percent: Math.min(99, Math.max(0, Math.floor(news.percent))) })
    case 'arrived':
      return changed(uploads, news.key, { state: 'done', percent: 100, id: news.id, fault: undefined })
    case 'failed':
      return changed(uploads, news.key, { state: 'failed', percent: 0, fault: news.fault })
    case 'again':
      return changed(uploads, news.key, { state: 'waiting', percent: 0, resumed: true, fault: undefined })
    case 'dropped':
      return uploads.filter((upload) => upload.key !== news.key)
  }
}

/** The file to send now: the first that waits, one at a time. */
export function nextToSend(uploads: readonly Upload[]): Upload | undefined {
  return uploads.some((upload) => upload.state === 'sending') ? undefined : uploads.find((upload) => upload.state === 'waiting')
}

function changed(uploads: readonly Upload[], key: number, change: Partial<Upload>): readonly Upload[] {
  return uploads.map((upload) => (upload.key === key && upload.state !== 'done' ? { ...upload, ...change } : upload))
}
