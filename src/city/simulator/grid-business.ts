import { beginningsOf, instantOfArrival } from './arrivals.ts'
import type { Business, CityAct } from './business.ts'
import { dice } from './dice.ts'
import { performEventAct, takePlannedEvent, type TakenEvent } from './event-acts.ts'
import { type EventPlan, type EventSource, planEvent } from './event-plan.ts'
import { type Life, lifeOf } from './life.ts'
import type { CityPlan, Stage } from './stage.ts'

const sources = [['patrol', 0.6], ['public', 0.2], ['video', 0.14], ['sensor', 0.06]] as const satisfies readonly (readonly [EventSource, number])[]

/** Events of the grid through their seven steps, as workers find them on patrol and others report them. */
export function gridBusiness(stage: Stage, city: CityPlan): Business {
  const beginnings = beginningsOf(city, city.profile.events ?? [], 'nothing')
  return {
    *arrivals(day) {
      for (const index of beginnings(day)) {
        const name = `event:${index}`
        const chance = dice(`${city.seed}:${name}`)
        const source = chance.weighted(sources)
        const at = instantOfArrival(chance, day, source === 'patrol' ? 'window' : 'mobile')
        yield* actsOfEvent(stage, planEvent(city.calendar, name, { at, source }, chance)).acts
      }
    },
  }
}

/** The acts of an event, and its life for what else happens to it. `alsoKey` names a matter whose acts keep the same order. */
export function actsOfEvent(stage: Stage, plan: EventPlan, alsoKey?: string): { readonly acts: readonly CityAct[]; readonly life: Life<TakenEvent> } {
  const [first] = plan.acts
  if (first === undefined) throw new Error(`${plan.name} has no beginning`)
  const life = lifeOf(stage, plan.name, () => takePlannedEvent(stage, plan, first.at))
  const keys = alsoKey === undefined ? [plan.name] : [plan.name, alsoKey]
  const acts = plan.acts.map((act) => ({
    at: act.at,
    keys: act === first ? [...keys, 'event-collect'] : keys,
    ...(act === first && { begins: 'events' }),
    perform: () => life.perform((taken) => performEventAct(stage, plan, act, taken)),
  }))
  return { acts, life }
}
