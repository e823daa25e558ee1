import { addCalendarDays, type Day, dayOf } from '#kernel/time/day.ts'
import type { LivingCase } from './acts.ts'
import { type PlannedAct, planCase, type PlanSetting } from './case-plan.ts'
import { dice } from './dice.ts'

/** One act of the agenda. */
export interface DatedAct {
  readonly life: LivingCase
  readonly act: PlannedAct
  readonly place: number
}

export interface AgendaDay {
  readonly day: Day
  /** In the order in which they are to begin. */
  readonly acts: readonly DatedAct[]
  /** How many cases have begun so far, this day included. */
  readonly cases: number
  readonly lives: readonly LivingCase[]
}

/** The days of a city one after the other, each with all that was planned for it; the same every time for the same seed. */
export function* agendaOf(setting: PlanSetting & { readonly seed: string; readonly scale: number }, arrivals: ReadonlyMap<Day, number>, from: Day, to: Day): Generator<AgendaDay> {
  const planned = new Map<Day, DatedAct[]>()
  const lives: LivingCase[] = []
  let pending = 0
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) {
    pending += (arrivals.get(day) ?? 0) * setting.scale
    for (; pending >= 1; pending -= 1) {
      const index = lives.length
      const life: LivingCase = { plan: planCase(setting, index, day, dice(`${setting.seed}:case:${index}`)), number: undefined, overtaken: false }
      lives.push(life)
      for (const [place, act] of life.plan.acts.entries()) put(planned, dayOf(act.at), { life, act, place })
    }
    const acts = (planned.get(day) ?? []).toSorted((one, other) => one.act.at.getTime() - other.act.at.getTime() || one.life.plan.index - other.life.plan.index || one.place - other.place)
    planned.delete(day)
    yield { day, acts, cases: lives.length, lives }
  }
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
