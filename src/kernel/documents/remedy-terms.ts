import { Refusal } from '#kernel/errors/refusal.ts'
import { documentErrors } from './errors.ts'

/** How long a party may ask for review (行政复议) or go to court (行政诉讼), and by which article. */
export interface RemedyTerms {
  readonly validFrom: string
  /** Calendar days. */
  readonly reviewDays: number
  readonly reviewBasis: string
  /** Calendar months. */
  readonly suitMonths: number
  readonly suitBasis: string
}

/**
 * The terms since the 行政许可法 came into force (2004-07-01). 行政诉讼法 第四十六条 has given six months since 2015-05-01
 * (before: 第三十九条, three); 行政复议法 moved the 60 days from 第九条 to 第二十条 on 2024-01-01.
 */
const history: readonly RemedyTerms[] = [
  { validFrom: '2004-07-01', reviewDays: 60, reviewBasis: '《中华人民共和国行政复议法》第九条第一款', suitMonths: 3, suitBasis: '《中华人民共和国行政诉讼法》第三十九条' },
  { validFrom: '2015-05-01', reviewDays: 60, reviewBasis: '《中华人民共和国行政复议法》第九条第一款', suitMonths: 6, suitBasis: '《中华人民共和国行政诉讼法》第四十六条第一款' },
  { validFrom: '2024-01-01', reviewDays: 60, reviewBasis: '《中华人民共和国行政复议法》第二十条第一款', suitMonths: 6, suitBasis: '《中华人民共和国行政诉讼法》第四十六条第一款' },
]

/** The terms that a document issued on this ISO day must state. Refuses a day before 2004-07-01. */
export function remedyTermsOn(issuedOn: string): RemedyTerms {
  const terms = history.findLast((entry) => entry.validFrom <= issuedOn)
  if (!terms) throw new Refusal(documentErrors.noRemedyTerms, { issuedOn })
  return terms
}
