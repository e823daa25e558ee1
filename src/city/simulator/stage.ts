import type { Day } from '#kernel/time/day.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import type { App } from '../../app.ts'
import type { CityPeople } from './people.ts'
import type { Profile } from './profiles.ts'

/** Where acts happen. */
export interface Stage {
  readonly app: App
  readonly seed: string
  readonly people: CityPeople
  /** Names of the matters that the law or somebody else ended otherwise than planned. */
  readonly overtaken: Set<string>
}

/** What plans are made from. */
export interface CityPlan {
  readonly profile: Profile
  readonly calendar: WorkingCalendar
  readonly seed: string
  /** Share of the volumes that is lived; 1 is all of it. */
  readonly scale: number
  readonly from: Day
  readonly to: Day
}
