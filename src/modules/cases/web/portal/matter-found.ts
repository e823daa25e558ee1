import type { OutputOf } from '#app'
import type { CaseClock, ShownTimer } from '../case-clock.ts'
import type { UnitNames } from '#web/unit-names.ts'

/** What the page of one matter knows. */
export interface MatterFound {
  readonly view: OutputOf<'cases.get-case'>
  readonly clock: CaseClock
  /** The clock that is shown first; null once none runs. */
  readonly timer: ShownTimer | null
  readonly units: UnitNames
  readonly today: string
  readonly mayRate: boolean
  readonly fees: OutputOf<'cases.list-fees'>['items']
}
