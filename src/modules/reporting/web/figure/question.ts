import type { InputOf } from '#app'
import type { FigurePlace } from '../figure-href.ts'

const dimensions = ['unitId', 'hallId', 'windowId', 'item', 'channel', 'regionCode', 'kind'] as const

/** By what a figure is divided on its page. */
export type By = NonNullable<InputOf<'reporting.get-figure'>['by']>

/** What an address asks about a figure: this month so far unless told. An instant may come as a day and a time, as a form sends it. */
export function readQuestion(params: URLSearchParams, today: string): { readonly place: FigurePlace; readonly by: By | undefined; readonly cursor: string | null } {
  const filled = (name: string): string | undefined => params.get(name) || undefined
  const day = filled('day')
  const asOf = filled('asOf') ?? (day === undefined ? undefined : `${day}T${filled('time') ?? '18:00'}:00+08:00`)
  const part = Object.fromEntries(dimensions.flatMap((name) => (filled(name) === undefined ? [] : [[name, filled(name)]])))
  const place = { from: filled('from') ?? `${today.slice(0, 8)}01`, to: filled('to') ?? today, ...(asOf !== undefined && { asOf }), ...part }
  const by = [...dimensions, 'day' as const].find((one) => one === params.get('by'))
  return { place, by, cursor: params.get('cursor') }
}
