import type { Ctx } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, getStaff, listEligible, listStaffNames } from '#modules/organisation/index.ts'
import type { ShownOrder } from './shown-order.ts'
import { staffIdOf } from './staff-of-actor.ts'
import type { Order, OrderChange } from './store/orders.ts'

/** 首问负责制: who took an order in answers for it to the caller until it has ended, or until he has passed it on to a named colleague. */
type Duty = Pick<Order, 'firstContact' | 'firstTaker'>

/** Whoever takes in hand what nobody answers for yet, for example because it came through the network, answers for it from now on. */
export function takenInHand({ caller }: Pick<Ctx, 'caller'>, { firstContact }: Pick<Duty, 'firstContact'>): Pick<OrderChange, 'first_contact'> {
  return firstContact === null && caller.kind === 'staff' ? { first_contact: caller.id } : {}
}

/** Who of the hotline could answer for an order besides who does: nobody who was recused, and nobody of the unit that is reported (H-11). In the order of their numbers. */
export async function colleaguesFor(ctx: Ctx, { firstContact, recused, concernedUnitId }: Pick<Order, 'firstContact' | 'recused' | 'concernedUnitId'>): Promise<readonly string[]> {
  const { id: unitId } = await getOffice(ctx.db)
  const eligible = { unitId, day: dayOf(ctx.now), except: [...recused, ...(firstContact === null ? [] : [firstContact])] }
  const found = [...(await listEligible(ctx.db, { ...eligible, role: 'hotlineOperator' })), ...(await listEligible(ctx.db, { ...eligible, role: 'hotlineLead' }))]
  const ids = [...new Set(found)].toSorted()
  if (concernedUnitId === null) return ids
  const staff = await Promise.all(ids.map((id) => getStaff(ctx.db, id)))
  return staff.flatMap(({ id, unitId: own }) => (own === concernedUnitId ? [] : [id]))
}

/** Who answers for an order, by name, and whether that was passed on. */
export async function shownDuty(ctx: Ctx, { firstContact, firstTaker }: Duty): Promise<ShownOrder['firstContact']> {
  if (firstContact === null) return null
  const taker = staffIdOf(firstTaker) ?? firstContact
  const names = await listStaffNames(ctx.db, [firstContact, taker])
  return { staffId: firstContact, name: names[firstContact] ?? '', own: ctx.caller.kind === 'staff' && ctx.caller.id === firstContact, takenBy: taker === firstContact ? null : (names[taker] ?? null) }
}

/** To whom it can be passed on, with their names. */
export async function shownColleagues(ctx: Ctx, order: Order): Promise<ShownOrder['colleagues']> {
  const ids = await colleaguesFor(ctx, order)
  const names = await listStaffNames(ctx.db, ids)
  return ids.map((staffId) => ({ staffId, name: names[staffId] ?? '' }))
}
