import type { TimeLimit } from '#kernel/time/limits.ts'
import { errorAt, findingsWhere, warnAt } from './finding.ts'
import type { LintRule } from './finding.ts'

/** Fewest and most calendar days that a limit can last; the most allows for two week-long holidays in a working-day count. */
function dayBounds({ value, unit }: TimeLimit): readonly [number, number] {
  switch (unit) {
    case 'WORKING_DAY':
      return [value, value * 2 + 16]
    case 'CALENDAR_DAY':
      return [value, value]
    case 'WORKING_HOUR':
      return [0, value + 16]
    case 'HOUR':
      return [Math.floor(value / 24), Math.ceil(value / 24)]
    case 'MONTH':
      return [value * 28, value * 31]
    case 'YEAR':
      return [value * 365, value * 366]
  }
}

/** I-05: the office may shorten the legal limit and never lengthen it (优化营商环境条例 art. 36). Different units are compared only where the answer is certain. */
export const promiseWithinLaw: LintRule = ({ promisedLimit, statutoryLimit }) => {
  if (statutoryLimit === null) return []
  const params = { promised: promisedLimit.value, promisedUnit: promisedLimit.unit, statutory: statutoryLimit.value, statutoryUnit: statutoryLimit.unit }
  if (promisedLimit.unit === statutoryLimit.unit) {
    return findingsWhere([promisedLimit.value > statutoryLimit.value, errorAt('I-05', '/promisedLimit', 'promise-exceeds-law', params)])
  }
  const certainlyLonger = dayBounds(promisedLimit)[0] > dayBounds(statutoryLimit)[1]
  return findingsWhere([certainlyLonger, warnAt('I-05', '/promisedLimit', 'promise-probably-exceeds-law', params)])
}

/** I-06: a promise of nought is an instant case, and every other case promises at least one. */
export const promiseFitsKind: LintRule = ({ promisedLimit, handlingKind }) =>
  findingsWhere(
    [handlingKind === 'INSTANT' && promisedLimit.value !== 0, errorAt('I-06', '/promisedLimit', 'instant-with-promise', { promised: promisedLimit.value })],
    [handlingKind === 'PROMISED' && promisedLimit.value < 1, errorAt('I-06', '/promisedLimit', 'promised-without-promise')],
  )
