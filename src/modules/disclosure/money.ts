/** An amount in fen as yuan with two places. */
export function yuanText(fen: number): string {
  return (fen / 100).toFixed(2)
}
