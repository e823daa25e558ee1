import { type Day, instantAtStartOf, weekday } from '#kernel/time/day.ts'
import { beginningsOf } from './arrivals.ts'
import type { Business, CityAct } from './business.ts'
import { actsOfComplaint } from './supervision-complaints.ts'
import { answerForUnits, decideForOffice, lookAgain } from './supervision-desk.ts'
import { inspectOnce, openBox } from './supervision-finds.ts'
import { walkRound } from './supervision-patrols.ts'
import { watchersOf } from './supervision-people.ts'
import type { CityPlan, Stage } from './stage.ts'

const minuteMs = 60_000
const [firstRound, lastRound, everyMinutes] = [8 * 60 + 30, 18 * 60, 15] as const

/**
 * The inspectors of the office and those whom they watch: patrols at the drawn times, boxes, recordings, complaints, and the desk where
 * findings are explained and closed. Whatever they do follows from what stands in the register, so all of it goes one after the other.
 */
export function supervisionBusiness(stage: Stage, city: CityPlan): Business {
  const volumes = city.profile.complaints ?? []
  const beginnings = beginningsOf(city, volumes, 'nothing')
  const watchers = watchersOf(stage)
  return {
    *arrivals(day) {
      for (const index of beginnings(day)) yield* actsOfComplaint({ stage, watchers, calendar: city.calendar }, index, day)
      const isWatched = volumes.some(({ from, to }) => from <= day && day <= to)
      if (isWatched && city.calendar.kindOf(day).working) yield* workingDay(stage, city, watchers, day)
    },
  }
}

function* workingDay(stage: Stage, { calendar }: CityPlan, watchers: ReturnType<typeof watchersOf>, day: Day): Iterable<CityAct> {
  const act = (minute: number, perform: (at: Date) => Promise<void>): CityAct => {
    const at = instantAtStartOf(day, minute * minuteMs)
    return { at, keys: ['supervision'], perform: () => perform(at) }
  }
  const round = walkRound(stage, watchers, { day, everyMinutes })
  for (let minute = firstRound; minute <= lastRound; minute += everyMinutes) yield act(minute, round)
  const desk = { stage, watchers, calendar }
  yield act(14 * 60 + 32, (at) => answerForUnits(desk, at))
  yield act(16 * 60 + 32, (at) => decideForOffice(desk, at))
  if (weekday(day) === 1) yield act(9 * 60 + 32, (at) => lookAgain(desk, at))
  if (weekday(day) === 3) yield act(10 * 60 + 32, (at) => inspectOnce(stage, watchers, at))
  if (weekday(day) === 5) yield act(15 * 60 + 32, (at) => openBox(stage, watchers, at))
}
