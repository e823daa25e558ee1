import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, type Day, dayOf } from '#kernel/time/day.ts'
import { addWorkingHours } from '#kernel/time/working-hours.ts'
import { categories } from '#modules/grid/index.ts'
import shippedCells from '../../../data/grid/cells.json' with { type: 'json' }
import type { Dice } from './dice.ts'
import words from './events.zh-CN.json' with { type: 'json' }
import { type Timeline, timelineOf } from './timeline.ts'
import type { Cell } from './towns.ts'

export type EventSource = 'patrol' | 'public' | 'video' | 'sensor' | 'hotline'
type Level = 'community' | 'town' | 'district'
export type Declined = keyof typeof words.declined

type PlainKind = 'collect' | 'file' | 'dispatch' | 'accept' | 'return' | 'escalate' | 'delay' | 'feedBack' | 'photograph' | 'conclude' | 'resume'

/** One act of one person about one event. `level` is where the event is then, `turn` which of several such acts it is. */
export type EventAct = { readonly at: Date; readonly level: Level; readonly turn: number } & (
  | { [K in PlainKind]: { readonly kind: K } }[PlainKind]
  | { readonly kind: 'decline'; readonly reason: Declined }
  | { readonly kind: 'shelve'; readonly reviewOn: Day }
  | { readonly kind: 'verify'; readonly equal: boolean }
  | { readonly kind: 'evaluate'; readonly grade: 'satisfied' | 'basicallySatisfied' | 'dissatisfied' }
)

/** All that will happen to one event, in order. */
export interface EventPlan {
  /** Names its random streams. */
  readonly name: string
  readonly source: EventSource
  readonly cell: Cell
  readonly problem: (typeof words.kinds)[number]
  readonly acts: readonly EventAct[]
}

/** Invented habits; shares of events, 0 to 1. */
const habits = {
  declined: 0.05,
  returned: 0.04,
  toTown: 0.3,
  toDistrict: 0.3,
  givenUp: 0.04,
  delayed: 0.06,
  shelved: 0.2,
  late: 0.02,
  unequal: 0.05,
  evaluated: 0.6,
  grades: [['satisfied', 0.8], ['basicallySatisfied', 0.15], ['dissatisfied', 0.05]],
} as const

const kinds = words.kinds.map((kind) => [kind, kind.weight] as const)
const hoursOf = new Map(categories.map(({ key, hours }) => [key, hours]))
const hourMs = 3_600_000

/** What is going on while a plan is made. */
interface Planning {
  readonly time: Timeline
  readonly chance: Dice
  readonly calendar: WorkingCalendar
  readonly acts: EventAct[]
  level: Level
}

/** Decides before it begins what will happen to an event that somebody reports at an instant. An order of the hotline is only linked to one that will be concluded. */
export function planEvent(calendar: WorkingCalendar, name: string, { at, source }: { readonly at: Date; readonly source: EventSource }, chance: Dice): EventPlan {
  const planning: Planning = { time: timelineOf(calendar, chance, at), chance, calendar, acts: [], level: 'community' }
  const problem = chance.weighted(kinds)
  const plan = { name, source, cell: chance.pick(shippedCells), problem, acts: planning.acts }
  add(planning, { kind: 'collect', at })
  planning.time.inOffice()
  if (source !== 'hotline' && chance.chance(habits.declined)) {
    add(planning, { kind: 'decline', at: planning.time.after(10, 60), reason: chance.pick(Object.keys(words.declined) as Declined[]) })
    return plan
  }
  add(planning, { kind: 'file', at: planning.time.after(10, 80) })
  const filedAt = planning.time.now()
  place(planning)
  treat(planning, { hours: hoursOf.get(problem.category) ?? 7, filedAt, mayShelve: source !== 'hotline' })
  verify(planning, 1)
  add(planning, { kind: 'conclude', at: planning.time.after(10, 60) })
  if (chance.chance(habits.evaluated)) add(planning, { kind: 'evaluate', at: source === 'public' ? planning.time.leisure() : planning.time.after(5, 30), grade: chance.weighted(habits.grades) })
  return plan
}

type Bare<A> = A extends EventAct ? Omit<A, 'level' | 'turn'> : never

function add({ acts, level }: Planning, act: Bare<EventAct>): void {
  acts.push({ ...act, level, turn: acts.filter(({ kind }) => kind === act.kind).length + 1 } as EventAct)
}

/** From the filing to a unit that takes it: the centre looks for the level, a unit may give it back. */
function place(planning: Planning): void {
  const { time, chance } = planning
  if (chance.chance(habits.toTown)) rise(planning)
  if (planning.level === 'town' && chance.chance(habits.toDistrict)) rise(planning)
  add(planning, { kind: 'dispatch', at: time.after(3, 15) })
  if (chance.chance(habits.returned)) {
    add(planning, { kind: 'return', at: time.after(10, 40) })
    add(planning, { kind: 'dispatch', at: time.after(5, 20) })
  }
  add(planning, { kind: 'accept', at: time.after(5, 30) })
  if (planning.level !== 'community' || !chance.chance(habits.givenUp)) return
  rise(planning)
  add(planning, { kind: 'dispatch', at: time.after(5, 20) })
  add(planning, { kind: 'accept', at: time.after(5, 30) })
}

function rise(planning: Planning): void {
  add(planning, { kind: 'escalate', at: planning.time.after(3, 20) })
  planning.level = planning.level === 'community' ? 'town' : 'district'
}

function treat(planning: Planning, { hours, filedAt, mayShelve }: { readonly hours: number; readonly filedAt: Date; readonly mayShelve: boolean }): void {
  const { time, chance, calendar } = planning
  let share = chance.between(25, 85) / 100
  if (hours > 4 && chance.chance(habits.delayed)) {
    add(planning, { kind: 'delay', at: time.soon() })
    share += 0.3
    if (mayShelve && chance.chance(habits.shelved)) {
      const reviewOn = addCalendarDays(dayOf(time.now()), chance.between(15, 40))
      add(planning, { kind: 'shelve', at: time.after(20, 60), reviewOn })
      add(planning, { kind: 'resume', at: time.onDay(reviewOn) })
    }
  } else if (chance.chance(habits.late)) share = 1.4
  until(time, addWorkingHours(calendar, filedAt, Math.round(hours * share * hourMs)).at)
  add(planning, { kind: 'feedBack', at: time.inOffice() })
}

function verify(planning: Planning, round: number): void {
  const { time, chance } = planning
  time.after(15, 120)
  add(planning, { kind: 'photograph', at: time.inOffice() })
  const equal = round > 1 || !chance.chance(habits.unequal)
  add(planning, { kind: 'verify', at: time.soon(), equal })
  if (equal) return
  time.after(30, 120)
  add(planning, { kind: 'feedBack', at: time.inOffice() })
  verify(planning, round + 1)
}

function until(time: Timeline, at: Date): void {
  const minutes = Math.floor((at.getTime() - time.now().getTime()) / 60_000)
  if (minutes > 1) time.after(minutes - 1, minutes - 1)
}
