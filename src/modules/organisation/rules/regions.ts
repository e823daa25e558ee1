import type { RegionLevel } from '../schema.ts'

/** 6, 9 or 12 digits as the level has them: zeros that only pad to 12 digits are cut. Throws RangeError on anything else. */
export function regionCodeOf(code: string): string {
  if (!/^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/.test(code)) throw new RangeError(`not a region code: ${code.slice(0, 20)}`)
  if (code.length === 12 && code.endsWith('000000')) return code.slice(0, 6)
  if (code.length > 6 && code.endsWith('000')) return code.slice(0, code.length - 3)
  return code
}

/** The 12 digits that the national exchange carries: padded with zeros on the right. */
export function paddedRegionCode(code: string): string {
  return regionCodeOf(code).padEnd(12, '0')
}

/** Level by the form of the code. A city without counties (441900 东莞) is a prefecture whose children are townships. */
export function regionLevelOf(code: string): RegionLevel {
  const own = regionCodeOf(code)
  if (own.length === 12) return 'village'
  if (own.length === 9) return 'township'
  if (own.endsWith('0000')) return 'province'
  return own.endsWith('00') ? 'prefecture' : 'county'
}

/** The region directly above, or undefined for a province. */
export function parentRegionCode(code: string): string | undefined {
  const own = regionCodeOf(code)
  if (own.length > 6) return own.slice(0, own.length - 3)
  switch (regionLevelOf(own)) {
    case 'province':
      return undefined
    case 'prefecture':
      return `${own.slice(0, 2)}0000`
    default:
      return `${own.slice(0, 4)}00`
  }
}

/** The region and all above it, nearest first. */
export function regionPath(code: string): readonly string[] {
  const path: string[] = []
  for (let at: string | undefined = regionCodeOf(code); at !== undefined; at = parentRegionCode(at)) path.push(at)
  return path
}

/** Whether a region is the other one or lies in it. */
export function isWithinRegion(code: string, ancestor: string): boolean {
  return regionPath(code).includes(regionCodeOf(ancestor))
}
