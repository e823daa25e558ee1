import { Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from './day.ts'
import { timeErrors } from './errors.ts'
import type { TimeLimit } from './limits.ts'

/** A limit as one version of a law gives it, in force from a day until the next version begins. */
export interface DatedLimit {
  readonly from: Day
  readonly limit: TimeLimit
  /** Law, version and article. */
  readonly source: string
}

/** Limits of laws with the days from which each version applies, oldest first. */
export const datedLimits = {
  /** Answer to a request for disclosure; the new regulation took effect on 15 May 2019 (国务院令第711号). */
  'disclosure.answer': [
    { from: '2008-05-01', limit: { value: 15, unit: 'WORKING_DAY' }, source: '《政府信息公开条例》（国务院令第492号）第二十四条第二款' },
    { from: '2019-05-15', limit: { value: 20, unit: 'WORKING_DAY' }, source: '《政府信息公开条例》（国务院令第711号）第三十三条第二款' },
  ],
  'disclosure.extension': [
    { from: '2008-05-01', limit: { value: 15, unit: 'WORKING_DAY' }, source: '《政府信息公开条例》（国务院令第492号）第二十四条第二款' },
    { from: '2019-05-15', limit: { value: 20, unit: 'WORKING_DAY' }, source: '《政府信息公开条例》（国务院令第711号）第三十三条第二款' },
  ],
  'permit.acceptance-notice': [{ from: '2004-07-01', limit: { value: 5, unit: 'WORKING_DAY' }, source: '《行政许可法》第三十二条第一款第四项' }],
  'permit.decision': [{ from: '2004-07-01', limit: { value: 20, unit: 'WORKING_DAY' }, source: '《行政许可法》第四十二条第一款' }],
  'permit.decision-extension': [{ from: '2004-07-01', limit: { value: 10, unit: 'WORKING_DAY' }, source: '《行政许可法》第四十二条第一款' }],
  'permit.joint-decision': [{ from: '2004-07-01', limit: { value: 45, unit: 'WORKING_DAY' }, source: '《行政许可法》第四十二条第二款' }],
  'permit.joint-extension': [{ from: '2004-07-01', limit: { value: 15, unit: 'WORKING_DAY' }, source: '《行政许可法》第四十二条第二款' }],
  /** Examination by a lower authority before the deciding one. */
  'permit.pre-examination': [{ from: '2004-07-01', limit: { value: 20, unit: 'WORKING_DAY' }, source: '《行政许可法》第四十三条' }],
  'permit.delivery': [{ from: '2004-07-01', limit: { value: 10, unit: 'WORKING_DAY' }, source: '《行政许可法》第四十四条' }],
  /** How long before the end of a permit its renewal is asked for. */
  'permit.renewal-notice': [{ from: '2004-07-01', limit: { value: 30, unit: 'CALENDAR_DAY' }, source: '《行政许可法》第五十条第一款' }],
} as const satisfies Readonly<Record<string, readonly DatedLimit[]>>

export type LimitRule = keyof typeof datedLimits

/**
 * The limit of a rule that applies to something begun on a day: the law of that day, whatever came later (立法法 art. 104: no
 * retroactive effect). Before the first version it refuses `time.limit-not-in-force`: a missing limit is never a day.
 */
export function limitOn(rule: LimitRule, day: Day): DatedLimit {
  return versionOn(datedLimits[rule], day, rule)
}

/** The limit of a rule in its newest version: what holds now, where no matter is looked at. */
export function newestLimit(rule: LimitRule): DatedLimit {
  return versionOn(datedLimits[rule], '9999-12-31', rule)
}

/** The version that is in force on a day, of any list that is sorted by its first days. */
export function versionOn(versions: readonly DatedLimit[], day: Day, rule: string): DatedLimit {
  const found = versions.findLast(({ from }) => from <= day)
  if (found === undefined) throw new Refusal(timeErrors.limitNotInForce, { rule, day })
  return found
}
