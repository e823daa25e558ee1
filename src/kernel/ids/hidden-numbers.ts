/**
 * A text that somebody wrote, for readers who may not know who he is: runs of seven and more digits, also with spaces or dashes between them, are
 * hidden, since they could be the number of a telephone or of an identity card.
 */
export function withoutNumbers(text: string): string {
  return text.replace(/\d(?:[\s-]?\d){6,}[Xx]?/g, '****')
}
