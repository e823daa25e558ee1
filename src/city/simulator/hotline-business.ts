import { beginningsOf } from './arrivals.ts'
import type { Business, CityAct } from './business.ts'
import { dice } from './dice.ts'
import { linkOrderToEvent } from './event-acts.ts'
import { actsOfEvent } from './grid-business.ts'
import { type Life, lifeOf } from './life.ts'
import { performOrderAct, takePlannedOrder, type TakenOrder } from './order-acts.ts'
import { type OrderAct, type OrderPlan, type OrderSetting, planGridOrder, planOrder, planRejected } from './order-plan.ts'
import { evenly, stated } from './spread.ts'
import type { CityPlan, Stage } from './stage.ts'

type GridOrder = ReturnType<typeof planGridOrder>

/** How many appeals that are not accepted come on top of each order that is. */
const rejectedShare = 0.015
/** Share of orders that the grid deals with. */
const gridShare = 0.03

/** Orders of 12345: as many as were accepted, of the kinds that were counted, and as satisfied as their callers said. */
export function hotlineBusiness(stage: Stage, city: CityPlan): Business {
  const { orders } = city.profile
  if (orders === undefined) return { arrivals: () => [] }
  const beginnings = beginningsOf(city, orders.volumes, 'nothing')
  const total = Math.max(1, Math.floor(orders.volumes.reduce((sum, { count }) => sum + count, 0) * city.scale))
  let reached = 0
  const setting: OrderSetting = { calendar: city.calendar, opinion: () => evenly(reached++) < orders.satisfied }
  return {
    *arrivals(day) {
      for (const index of beginnings(day)) {
        const name = `order:${index}`
        const chance = dice(`${city.seed}:${name}`)
        if (chance.chance(rejectedShare)) yield* actsOf(stage, planRejected(setting, `${name}:rejected`, day, dice(`${city.seed}:${name}:rejected`)), 'rejected orders')
        const asked = { kind: stated(orders.kinds, index, total), day }
        if (chance.chance(gridShare)) yield* gridActsOf(stage, planGridOrder(setting, name, asked, chance))
        else yield* actsOf(stage, planOrder(setting, name, asked, chance), 'orders')
      }
    },
  }
}

function actsOf(stage: Stage, plan: OrderPlan, begins: string): readonly CityAct[] {
  return lifeOfOrder(stage, plan, begins).acts
}

/** The order and the event about the same matter, each in the order of both. */
function* gridActsOf(stage: Stage, { order, event, linkedAt }: GridOrder): Generator<CityAct> {
  const ofOrder = lifeOfOrder(stage, order, 'orders')
  const ofEvent = actsOfEvent(stage, event, order.name)
  yield* ofOrder.acts
  yield* ofEvent.acts
  const link = (orderNumber: string): Promise<void> => ofEvent.life.perform(({ number }) => linkOrderToEvent(stage, event, { event: number, order: orderNumber }, linkedAt))
  yield { at: linkedAt, keys: [order.name, event.name], perform: () => ofOrder.life.perform(({ number }) => link(number)) }
}

function lifeOfOrder(stage: Stage, plan: OrderPlan, begins: string): { readonly acts: readonly CityAct[]; readonly life: Life<TakenOrder> } {
  const [first] = plan.acts
  if (first === undefined) throw new Error(`${plan.name} has no beginning`)
  const life = lifeOf(stage, plan.name, () => takePlannedOrder(stage, plan, first.at))
  const acts = plan.acts.map((act) => ({
    at: act.at,
    keys: [plan.name, ...sharedBy(act)],
    ...(act === first && { begins }),
    perform: () => life.perform((taken) => performOrderAct(stage, plan, act, taken)),
  }))
  return { acts, life }
}

/** The numbers of a day, and what the classifier has learnt from dispatches when it suggests a unit: the suggestion stands in the ledger. */
function sharedBy({ kind }: OrderAct): readonly string[] {
  return kind === 'register' || kind === 'dispatch' || kind === 'arbitrate' || kind === 'again' ? ['order-register'] : []
}
