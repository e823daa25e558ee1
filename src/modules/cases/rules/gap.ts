import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addLimit, type Due, type TimeLimit } from '#kernel/time/limits.ts'
import type { Timer } from '#kernel/time/timer.ts'
import type { RequiredMaterial } from '#modules/catalogue/index.ts'
import { clockNames, simpleClock } from './clocks.ts'

interface Standing {
  readonly state: string
  readonly provenance: Readonly<Record<string, unknown>>
}

/** Promised for later and not here yet (容缺). What a pledge stands for was promised too, but is checked afterwards and not brought (C-19). */
export function isGap({ state, provenance }: Standing): boolean {
  return state === 'promised' && provenance['kind'] === 'gap'
}

/** Whether the applicant has yet to bring it: a gap, or what was found wanting, as a pledge that was taken back (C-20). */
export function isOwed(standing: Standing): boolean {
  return standing.state === 'defective' || isGap(standing)
}

/** A material that was promised for later, and by when it is owed: within its own limit after acceptance. */
export interface OwedMaterial {
  readonly key: string
  readonly name: string
  readonly limit: TimeLimit
  readonly due: Due
}

interface Acceptance {
  readonly calendar: WorkingCalendar
  readonly acceptedAt: Date
  /** The local limit, for a material whose item names none. */
  readonly within: TimeLimit
}

/** By when each gap is owed, counted from acceptance (容缺受理; C-18). */
export function owedMaterials(materials: readonly RequiredMaterial[], gaps: readonly string[], { calendar, acceptedAt, within }: Acceptance): readonly OwedMaterial[] {
  return materials
    .filter((material) => gaps.includes(material.key))
    .map(({ key, name, supplyWithin }) => {
      const limit = supplyWithin ?? within
      return { key, name, limit, due: addLimit(calendar, acceptedAt, limit) }
    })
}

/** One clock for all gaps of a case; it ends with the latest of them. */
export function gapClock(id: string, owed: readonly OwedMaterial[], acceptedAt: Date): readonly Timer[] {
  const last = owed.toSorted((a, b) => b.due.at.getTime() - a.due.at.getTime())[0]
  return last === undefined ? [] : [simpleClock({ id, name: clockNames.gap, purpose: 'internal', budget: last.limit, anchorAt: acceptedAt, party: { kind: 'applicant' } })]
}
