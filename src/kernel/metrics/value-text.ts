/**
 * The percentage of two whole numbers as text, rounded half up (away from zero): 1 of 3 with two decimals is `33.33%`. Reckoned
 * in whole numbers, so that 0.5 of the last place is never lost. Throws for a denominator that is not positive.
 */
export function percentText(numerator: number, denominator: number, decimals: number): string {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) throw new RangeError(`not a share: ${numerator} of ${denominator}`)
  const scale = 10n ** BigInt(decimals)
  const sign = numerator < 0 ? '-' : ''
  const [n, d] = [BigInt(Math.abs(numerator)), BigInt(denominator)]
  const rounded = (2n * n * 100n * scale + d) / (2n * d)
  const whole = rounded / scale
  const fraction = decimals === 0 ? '' : `.${String(rounded % scale).padStart(decimals, '0')}`
  return `${rounded === 0n ? '' : sign}${whole}${fraction}%`
}

/** By how many percentage points one percentage differs from another, as text with the longer fraction of the two: `98.60%` and `98.1%` give `0.50`. */
export function pointsText(now: string, before: string): string {
  const places = Math.max(...[now, before].map((text) => (text.split('.')[1] ?? '%').length - 1))
  const scaled = (text: string): bigint => BigInt(Math.round(Number(text.slice(0, -1)) * 10 ** places))
  const difference = scaled(now) - scaled(before)
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${difference < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`
}
