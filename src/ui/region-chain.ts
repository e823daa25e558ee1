/** Ends of a region code by level: province, city, county; township and village have their own lengths. */
const LENGTHS = [2, 4, 6, 9, 12] as const

/** The codes from the province down to this region: 440114001 → 440000, 440100, 440114, 440114001. Empty for what is no region code. */
export function regionChain(code: string): readonly string[] {
  if (!/^[1-9]\d{5}(\d{3}(\d{3})?)?$/.test(code)) return []
  return LENGTHS.filter((length) => length <= significantLength(code)).map((length) => code.slice(0, length).padEnd(6, '0'))
}

function significantLength(code: string): number {
  if (code.length > 6) return code.length
  if (code.endsWith('0000')) return 2
  return code.endsWith('00') ? 4 : 6
}

/**
 * The region that a posted picker means: the deepest level that was chosen and still lies under the one above it. Whoever changed the
 * county has not chosen a township yet, whatever the old menu says.
 */
export function deepestRegion(chosen: readonly string[]): string | undefined {
  let deepest: string | undefined
  for (const code of chosen) {
    const parent = regionChain(code).at(-2)
    if (code === '' || parent !== deepest) break
    deepest = code
  }
  return deepest
}
