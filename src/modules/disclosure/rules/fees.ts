import type { FeeMethod } from '../schema.ts'

// 政府信息公开信息处理费管理办法 (国办函〔2020〕109号) art. 5 to 7. Money is in fen.

const yuan = 100

/** Items of one applicant in one calendar month: ten free, to thirty 100 yuan each, then each block of ten 100 yuan more per item (O-10). */
export function feeByItems(items: number): number {
  let fee = Math.max(0, Math.min(items, 30) - 10) * 100
  for (let first = 31, each = 200; first <= items; first += 10, each += 100) fee += (Math.min(items, first + 9) - first + 1) * each
  return fee * yuan
}

/** Pages of one application: thirty free, to a hundred 10 yuan each, to two hundred 20, above 40 (O-11). */
export function feeByPages(pages: number): number {
  const within = (after: number, upTo: number): number => Math.max(0, Math.min(pages, upTo) - after)
  return (within(30, 100) * 10 + within(100, 200) * 20 + within(200, Infinity) * 40) * yuan
}

export interface FeeBasis {
  readonly method: FeeMethod
  /** Items that the applicant has asked for earlier in the month, and those of this application. */
  readonly earlierItems: number
  readonly items: number
  readonly pages: number
}

/** What one application costs by the one method that was chosen (O-12): by items what it adds to the month. */
export function feeOf({ method, earlierItems, items, pages }: FeeBasis): number {
  return method === 'pages' ? feeByPages(pages) : feeByItems(earlierItems + items) - feeByItems(earlierItems)
}
