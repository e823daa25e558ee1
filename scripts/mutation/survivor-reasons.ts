/** Why a mutation survives, keyed by file and the line that it made: it changes nothing that can be seen. */
export const survivorReasons: Readonly<Record<string, string>> = {
  'calendar.ts const corrections = [1]': 'moves the origin of all positions by one; only differences of positions count',
  'calendar.ts return firstIndex(ascending.length, (index) => (ascending[index] ?? 1) >= bound)': 'the index is always inside the list, so the value after ?? is never used',
}
