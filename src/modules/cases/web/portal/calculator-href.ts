import type { ShownTimer } from '../case-clock.ts'

/** The public calculator with this clock's question filled in: its first day, its limit and its stops, so that anybody can count it again. */
export function calculatorHref({ explanation, budget, segments }: Pick<ShownTimer, 'explanation' | 'budget' | 'segments'>): string {
  const from = explanation[0]?.day
  if (from === undefined || budget.value === 0 || budget.unit.includes('HOUR')) return '/calculator'
  const query = new URLSearchParams({ from, value: String(budget.value), unit: budget.unit })
  for (const stop of segments.filter(({ kind }) => kind === 'stopped').slice(0, 3)) {
    query.append('cause', stop.cause)
    query.append('stopFrom', stop.startedAt.slice(0, 10))
    query.append('stopTo', stop.endedAt?.slice(0, 10) ?? '')
    query.append('basis', stop.legalReference ?? '')
  }
  return `/calculator?${query}`
}
