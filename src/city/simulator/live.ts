import { listOvertaken, markLived, markSimulated } from '#kernel/simulation/mark.ts'
import { addCalendarDays, calendarDaysBetween, type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { type App, buildApp } from '../../app.ts'
import { type AgendaDay, agendaOf } from './agenda.ts'
import { businessesOf } from './businesses.ts'
import { inOrder } from './in-order.ts'
import { endOf, foldEvents, lawOf } from './law.ts'
import { loadSimulatedCity } from './load-city.ts'
import { lastingOptions, peopleOf } from './people.ts'
import type { Profile } from './profiles.ts'
import type { Progress } from './progress.ts'
import type { Stage } from './stage.ts'

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
  /** How many matters of each business have begun since the first day: `cases`, `orders`. */
  readonly begun: Readonly<Record<string, number>>
  /** Those of them that began in this run, like its acts. */
  readonly begunInRun: Readonly<Record<string, number>>
  readonly acts: number
  readonly overtaken: number
  readonly byLaw: number
  /** Ledger events that this run folded into checkpoints. */
  readonly events: number
  readonly livedUntil: Day | null
}

/**
 * Lives a city from day to day in an empty database, or goes on where it was stopped, be it in the middle of a day. Needs an App over an
 * unmarked empty database or one with the same mark; throws for any other.
 */
export async function liveCity(office: App, city: CityLife): Promise<LivedCity> {
  const { seed, profile, scale = 1 } = city
  const openingDay = addCalendarDays(city.from, -31)
  const openedAt = instantAtStartOf(openingDay, 8 * 3_600_000)
  const mark = await markSimulated(office.db, { profile: scale === 1 ? profile.key : `${profile.key} × ${scale}`, seed, firstDay: city.from, lastDay: city.to }, openedAt)
  const app = buildApp(office.db, { ...office.services, simulated: true })
  await loadSimulatedCity(app, openingDay, (act) => lastingOptions(seed, act, openedAt))

  // The inhabitants depend on nothing that a longer life would change.
  const persons = Math.max(20, Math.ceil((profile.volumes.reduce((most, { count }) => Math.max(most, count), 0) * scale) / 5))
  const stage: Stage = { app, seed, people: peopleOf(app, { seed, openingDay, openedAt, persons, organisations: Math.max(10, Math.ceil(persons / 3)) }), overtaken: new Set(await listOvertaken(office.db)) }
  const businesses = businessesOf(stage, { profile, calendar: app.services.calendar, seed, scale, from: city.from, to: city.to })
  const [begun, begunInRun]: [Record<string, number>, Record<string, number>] = [{}, {}]
  let daysInRun = 0
  const lived = { begun, begunInRun, acts: 0, byLaw: 0, events: 0, overtaken: 0, livedUntil: mark.livedUntil }
  for (const today of agendaOf(businesses, city)) {
    const { day, acts } = today
    const wasLived = mark.livedUntil !== null && day <= mark.livedUntil
    if (!wasLived && city.shouldStop?.()) break
    countBegun(begun, acts)
    if (wasLived) continue
    countBegun(begunInRun, acts)
    daysInRun += 1
    lived.byLaw += await liveDay(stage, today, city.width)
    lived.acts += acts.length
    lived.events += await foldEvents(app, endOf(day))
    lived.overtaken = stage.overtaken.size
    await markLived(app.db, day)
    lived.livedUntil = day
    city.onProgress?.({ day, daysDone: calendarDaysBetween(city.from, day) + 1, daysPlanned: calendarDaysBetween(city.from, city.to) + 1, daysInRun, begun, acts: lived.acts, elapsedMs: city.elapsedMs() })
  }
  return lived
}

function countBegun(counts: Record<string, number>, acts: AgendaDay['acts']): void {
  for (const { begins } of acts) if (begins !== undefined) counts[begins] = (counts[begins] ?? 0) + 1
}

/** The acts of a day side by side, those that share a key in order; what the office does by itself waits for all before it. Answers how often it did. */
async function liveDay({ app, seed }: Stage, { day, acts }: AgendaDay, width: number): Promise<number> {
  const flow = inOrder(width)
  const law = lawOf(app, seed, day)
  let byLaw = 0
  let next = 0
  const applyUntil = async (at: Date): Promise<void> => {
    for (let step = law[next]; step !== undefined && step.at <= at; step = law[next]) {
      await flow.settle()
      byLaw += await step.apply()
      next += 1
    }
  }
  for (const act of acts) {
    await applyUntil(act.at)
    flow.add(act.keys, () => act.perform())
  }
  await flow.settle()
  await applyUntil(endOf(day))
  return byLaw
}
