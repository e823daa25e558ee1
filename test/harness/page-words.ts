/** A page as it is shown: without the scripts of one that hydrates, which hold its data once more. */
export function shownOf(html: string): string {
  return html.replace(/<script.*?<\/script>/gs, '')
}

/** What a reader finds on a page: the words of every element with this tag, without the marks inside. */
export function wordsOf(html: string, tag: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, inner]) => (inner ?? '').replace(/<[^>]*>/g, '').trim())
}
