import { join } from 'node:path'
import { markLived, markSimulated } from '#kernel/simulation/mark.ts'
import { addCalendarDays, calendarDaysBetween, type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { type ItemVersion, readShippedCatalogue } from '#modules/catalogue/index.ts'
import { type App, buildApp } from '../../app.ts'
import { isEmptyCity } from '../is-empty-city.ts'
import { type LivingCase, perform, type Stage } from './acts.ts'
import { agendaOf, type DatedAct } from './agenda.ts'
import { arrivalsByDay } from './arrivals.ts'
import type { PlannedAct } from './case-plan.ts'
import { dice } from './dice.ts'
import { inOrder } from './in-order.ts'
import { applyLaw, foldEvents } from './law.ts'
import { loadSimulatedCity } from './load-city.ts'
import { actOptions, peopleOf } from './people.ts'
import type { Profile } from './profiles.ts'
import type { Progress } from './progress.ts'

export interface CityLife {
  readonly profile: Profile
  readonly from: Day
  readonly to: Day
  readonly seed: string
  /** How many operations are in flight at once. */
  readonly width: number
  /** Share of the profile's volume that is lived; 1 is all of it. */
  readonly scale?: number
  /** Elapsed milliseconds, read by the caller: the simulator has no clock of the real world. */
  readonly elapsedMs: () => number
  readonly onProgress?: (progress: Progress) => void
  /** Asked before each day; true stops after the day that was lived last. */
  readonly shouldStop?: () => boolean
}

export interface LivedCity {
  readonly cases: number
  readonly acts: number
  readonly overtaken: number
  readonly byLaw: number
  /** Ledger events that this run folded into checkpoints. */
  readonly events: number
  readonly livedUntil: Day | null
}

const lastMinuteMs = (23 * 60 + 59) * 60_000

/**
 * Lives a city from day to day in an empty database, or goes on where it was stopped. Needs an App over an unmarked empty
 * database or one with the same mark; throws for any other.
 */
export async function liveCity(office: App, city: CityLife): Promise<LivedCity> {
  const { seed, profile, scale = 1 } = city
  const openingDay = addCalendarDays(city.from, -31)
  const openedAt = instantAtStartOf(openingDay, 8 * 3_600_000)
  const mark = await markSimulated(office.db, { profile: scale === 1 ? profile.key : `${profile.key} × ${scale}`, seed, firstDay: city.from, lastDay: city.to }, openedAt)
  const app = buildApp(office.db, { ...office.services, simulated: true })
  const { calendar } = app.services
  if (await isEmptyCity(app)) await loadSimulatedCity(app, openingDay, (act) => actOptions(seed, act, openedAt))

  // The inhabitants depend on nothing that a longer life would change.
  const persons = Math.max(20, Math.ceil((profile.volumes.reduce((most, { cases }) => Math.max(most, cases), 0) * scale) / 5))
  const stage: Stage = { app, seed, people: peopleOf(app, { seed, openingDay, openedAt, persons, organisations: Math.max(10, Math.ceil(persons / 3)) }) }
  const arrivals = arrivalsByDay(profile, calendar, city.from, city.to)
  const lived = { cases: 0, acts: 0, byLaw: 0, events: 0, overtaken: 0, livedUntil: mark.livedUntil }
  for (const { day, acts, cases, lives } of agendaOf({ profile, calendar, items: wantedItems(seed), seed, scale }, arrivals, city.from, city.to)) {
    lived.cases = cases
    if (mark.livedUntil !== null && day <= mark.livedUntil) continue
    if (city.shouldStop?.()) break
    await liveDay(stage, acts, city.width)
    const endOfDay = instantAtStartOf(day, lastMinuteMs)
    lived.acts += acts.length
    lived.byLaw += await applyLaw(app, seed, endOfDay)
    lived.events += await foldEvents(app, endOfDay)
    lived.overtaken = lives.filter((life) => life.overtaken).length
    await markLived(app.db, day)
    lived.livedUntil = day
    city.onProgress?.({ day, daysDone: calendarDaysBetween(city.from, day) + 1, daysPlanned: calendarDaysBetween(city.from, city.to) + 1, cases, acts: lived.acts, elapsedMs: city.elapsedMs() })
  }
  return lived
}

async function liveDay(stage: Stage, acts: readonly DatedAct[], width: number): Promise<void> {
  const flow = inOrder(width)
  for (const { life, act } of acts) flow.add([`case:${life.plan.index}`, ...numberedBy(life, act)], () => perform(stage, life, act))
  await flow.settle()
}

/** What acts count up together: they must take their numbers in the same order each time (documents, certificates, rectifications). */
function numberedBy({ plan: { item } }: LivingCase, act: PlannedAct): readonly string[] {
  switch (act.kind) {
    case 'submit':
    case 'accept':
    case 'requestCorrection':
    case 'withdraw':
    case 'deliver':
      return [act.kind]
    case 'decide':
    case 'suspend':
      return [`${act.kind}:${item.department}`]
    case 'rate':
      return act.grade <= 2 ? ['rectify'] : []
    case 'correct':
    case 'review':
    case 'resume':
    case 'issue':
      return []
  }
}

/** A few items are wanted by many, most by few (Zipf); which ones, the seed says. */
function wantedItems(seed: string): readonly (readonly [ItemVersion, number])[] {
  const { items } = readShippedCatalogue(join(import.meta.dirname, '../../../data/catalogue'))
  const chance = dice(`${seed}:demand`)
  const shuffled = items.map((item) => ({ item, key: chance.next() })).toSorted((one, other) => one.key - other.key)
  return shuffled.map(({ item }, rank) => [item, 1 / (rank + 4)])
}
