import type { ListReach } from '../schema.ts'

/** Which part of which figure, as it stands in the address of its list. */
export interface FigurePlace {
  readonly from: string
  readonly to: string
  readonly asOf?: string | undefined
  readonly unitId?: string | undefined
  readonly hallId?: string | undefined
  readonly windowId?: string | undefined
  readonly item?: string | undefined
  readonly channel?: string | undefined
  readonly regionCode?: string | undefined
  readonly kind?: string | undefined
}

/** The page with the list behind a figure. */
export function figureHref(metric: string, place: FigurePlace): string {
  const params = new URLSearchParams(Object.entries(place).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return `/figures/${metric}?${params.toString()}`
}

/** Whether the reader opens the list of that part of the office: a link that leads to a refusal is not offered. */
export function mayOpen(opens: ListReach, place: Pick<FigurePlace, 'unitId' | 'hallId'>): boolean {
  if (opens === 'all') return true
  return (place.unitId !== undefined && opens.unitIds.includes(place.unitId)) || (place.hallId !== undefined && place.hallId === opens.hallId)
}
