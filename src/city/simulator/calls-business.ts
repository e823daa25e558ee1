import { law } from '#kernel/access/caller.ts'
import type { Day } from '#kernel/time/day.ts'
import examples from '../../../data/hotline/dispatched-examples.json' with { type: 'json' }
import { beginningsOf, instantOfArrival } from './arrivals.ts'
import type { Business, CityAct } from './business.ts'
import { dice } from './dice.ts'
import { actOptions } from './people.ts'
import { stated } from './spread.ts'
import type { CityPlan, Stage } from './stage.ts'

type Outcome = 'satisfied' | 'dissatisfied' | 'busy' | 'answered'

/** One call to 96128: when it rings, which unit is asked for, and what comes of it. */
interface CallPlan {
  readonly name: string
  readonly at: Date
  readonly unitId: string
  readonly outcome: Outcome
}

const units: readonly string[] = [...new Set(examples.map(({ unitId }) => unitId))]
const longestCallMs = 6 * 60_000

/** Calls to 96128 (H-14): as many as were counted, put through, taken up and well spoken of. There is one seat, so they come one after the other. */
export function callsBusiness(stage: Stage, city: CityPlan): Business {
  const volumes = city.profile.transferCalls ?? []
  const beginnings = beginningsOf(city, volumes, 'nothing')
  return {
    *arrivals(day) {
      const volume = volumes.find(({ from, to }) => from <= day && day <= to)
      if (volume === undefined) return
      const outcomes: Readonly<Record<Outcome, number>> = { satisfied: volume.satisfied, dissatisfied: volume.connected - volume.satisfied, busy: volume.transfers - volume.connected, answered: volume.count - volume.transfers }
      const total = Math.max(1, Math.floor(volume.count * city.scale))
      const plans = beginnings(day).map((index) => planCall(city.seed, index, day, stated(outcomes, index, total)))
      for (const plan of oneAfterTheOther(plans)) yield actOf(stage, plan)
    },
  }
}

function planCall(seed: string, index: number, day: Day, outcome: Outcome): CallPlan {
  const chance = dice(`${seed}:call:${index}`)
  return { name: `call:${index}`, at: instantOfArrival(chance, day, 'window'), unitId: chance.pick(units), outcome }
}

function oneAfterTheOther(plans: readonly CallPlan[]): readonly CallPlan[] {
  let free = 0
  return plans
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map((plan) => {
      const at = Math.max(plan.at.getTime(), free)
      free = at + longestCallMs
      return { ...plan, at: new Date(at) }
    })
}

function actOf(stage: Stage, plan: CallPlan): CityAct {
  return { at: plan.at, keys: ['96128'], begins: 'calls', perform: () => makeCall(stage, plan) }
}

async function makeCall({ app, seed, people }: Stage, { name, at, unitId, outcome }: CallPlan): Promise<void> {
  const how = (step: string, seconds: number): ReturnType<typeof actOptions> => actOptions(seed, `${name}:${step}`, new Date(at.getTime() + seconds * 1000))
  const [seat] = await people.inOffice('hotlineOperator')
  if (seat === undefined) throw new Error('nobody has the seat')
  const chance = dice(`${seed}:${name}:caller`)
  // The simulated exchange takes nobody up in a call whose key ends so.
  const exchangeKey = outcome === 'busy' ? `${name}:busy` : name
  const { id } = await app.call('hotline.ring-call', law, { line: '96128', exchangeKey, callingNumber: `136${String(chance.between(0, 4_999)).padStart(8, '0')}` }, how('ring', 0))
  await app.call('hotline.answer-call', seat, { id }, how('answer', 10))
  if (outcome !== 'answered') await app.call('hotline.transfer-call', seat, { id, unitId }, how('transfer', 60))
  if (outcome === 'satisfied' || outcome === 'dissatisfied') await app.call('hotline.rate-transfer', seat, { id, satisfied: outcome === 'satisfied' }, how('rate', 240))
  await app.call('hotline.hang-up-call', seat, { id }, how('hang-up', 270))
}
