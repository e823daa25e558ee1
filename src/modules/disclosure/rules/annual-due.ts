import { type Day, parseDay } from '#kernel/time/day.ts'

/** By when the annual report of a year is published: a department by 31 January, a government by 31 March of the next (art. 49, O-13). */
export function annualReportDue(year: number, unitKind: string): Day {
  const isGovernment = unitKind === 'government' || unitKind === 'townGovernment'
  return parseDay(`${year + 1}-${isGovernment ? '03-31' : '01-31'}`)
}
