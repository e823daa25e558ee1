import type { MeasuredPage } from './report.ts'

/** What issue 4 asks of each page that is measured: scores of Lighthouse on its mobile profile, bytes compressed, milliseconds. */
export const bounds = { performance: 95, accessibility: 100, bestPractices: 95, firstView: 50_000, scripts: 15_000, firstByteMs: 30 } as const

/** The pages that everybody meets first: their first byte is bounded. */
const firstMet: readonly string[] = ['/', '/services/:implementCode']

/** Where a page misses its bounds, in words; nothing for a page that keeps them. */
export function missesOf(page: MeasuredPage): readonly string[] {
  const scores = (['performance', 'accessibility', 'bestPractices'] as const).filter((score) => page[score] < bounds[score]).map((score) => `${score} ${page[score]} < ${bounds[score]}`)
  const sizes = (['firstView', 'scripts'] as const).filter((size) => page[size] > bounds[size]).map((size) => `${size} ${page[size]} > ${bounds[size]} bytes`)
  const isLate = firstMet.includes(page.route) && page.firstByte.p95 > bounds.firstByteMs
  return [...scores, ...sizes, ...(isLate ? [`first byte ${page.firstByte.p95.toFixed(1)} > ${bounds.firstByteMs} ms`] : [])].map((miss) => `${page.name}: ${miss}`)
}
