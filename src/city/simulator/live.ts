import { join } from 'node:path'
import { law } from '#kernel/access/caller.ts'
import { markLived, markSimulated } from '#kernel/simulation/mark.ts'
import { addCalendarDays, calendarDaysBetween, type Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { type ItemVersion, readShippedCatalogue } from '#modules/catalogue/index.ts'
import { type App, buildApp } from '../../app.ts'
import { isEmptyCity } from '../is-empty-city.ts'
import { actors, type LivingCase } from './acts.ts'
import { arrivalsByDay } from './arrivals.ts'
import { type PlannedAct, planCase } from './case-plan.ts'
import { dice } from './dice.ts'
import { inOrder } from './in-order.ts'
import { loadSimulatedCity } from './load-city.ts'
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

interface DatedAct {
  readonly life: LivingCase
  readonly act: PlannedAct
  readonly place: number
}

/**
 * Lives a city from day to day in an empty database, or goes on where it was stopped. Needs an App over an unmarked empty
 * database or one with the same mark; throws for any other.
 */
export async function liveCity(office: App, city: CityLife): Promise<LivedCity> {
  const openingDay = addCalendarDays(city.from, -31)
  const openedAt = instantAtStartOf(openingDay, 8 * 3_600_000)
  const scale = city.scale ?? 1
  const mark = await markSimulated(office.db, { profile: scale === 1 ? city.profile.key : `${city.profile.key} × ${scale}`, seed: city.seed, firstDay: city.from, lastDay: city.to }, openedAt)
  const app = buildApp(office.db, { ...office.services, simulated: true })
  const { calendar } = app.services
  const arrivals = arrivalsByDay(city.profile, calendar, city.from, city.to)
  // The inhabitants depend on nothing that a longer life would change.
  const persons = Math.max(20, Math.ceil((city.profile.volumes.reduce((most, { cases }) => Math.max(most, cases), 0) * scale) / 5))
  const people = actors(app, { seed: city.seed, openingDay, openedAt, people: { persons, organisations: Math.max(10, Math.ceil(persons / 3)) } })
  if (await isEmptyCity(app)) await loadSimulatedCity(app, openingDay, (act) => people.options(act, openedAt))

  const setting = { profile: city.profile, calendar, items: wantedItems(city.seed) }
  const agenda = new Map<Day, DatedAct[]>()
  const count = { cases: 0, acts: 0, byLaw: 0, events: 0 }
  const lives: LivingCase[] = []
  let livedUntil = mark.livedUntil
  let pending = 0
  const daysPlanned = calendarDaysBetween(city.from, city.to) + 1

  for (let day = city.from; day <= city.to; day = addCalendarDays(day, 1)) {
    pending += (arrivals.get(day) ?? 0) * scale
    for (; pending >= 1; pending -= 1) {
      const index = count.cases++
      const life: LivingCase = { plan: planCase(setting, index, day, dice(`${city.seed}:case:${index}`)), chance: dice(`${city.seed}:life:${index}`), number: undefined, overtaken: false }
      lives.push(life)
      for (const [place, act] of life.plan.acts.entries()) put(agenda, dayOf(act.at), { life, act, place })
    }
    const today = agenda.get(day) ?? []
    agenda.delete(day)
    if (livedUntil !== null && day <= livedUntil) continue
    if (city.shouldStop?.()) break
    await liveDay(today)
    const endOfDay = instantAtStartOf(day, lastMinuteMs)
    count.byLaw += await people.applyLaw(endOfDay)
    count.events += await foldEvents(app, endOfDay)
    await markLived(app.db, day)
    livedUntil = day
    city.onProgress?.({ day, daysDone: calendarDaysBetween(city.from, day) + 1, daysPlanned, cases: count.cases, acts: count.acts, elapsedMs: city.elapsedMs() })
  }
  return { ...count, overtaken: lives.filter((life) => life.overtaken).length, livedUntil }

  async function liveDay(acts: readonly DatedAct[]): Promise<void> {
    const flow = inOrder(city.width)
    for (const { life, act } of acts.toSorted((one, other) => one.act.at.getTime() - other.act.at.getTime() || one.life.plan.index - other.life.plan.index || one.place - other.place)) {
      flow.add([`case:${life.plan.index}`, ...numberedBy(life, act)], () => people.perform(life, act))
      count.acts += 1
    }
    await flow.settle()
  }
}

async function foldEvents(app: App, at: Date): Promise<number> {
  let folded = 0
  for (;;) {
    const { added, more } = await app.call('kernel.make-checkpoint', law, {}, { now: at })
    folded += added
    if (!more) return folded
  }
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

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
