/** A text with runs of seven and more digits hidden: no telephone, no identity number. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d(?:[\s-]?\d){6,}[Xx]?/g, '****')
}
