import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal, type RefusalType } from '#kernel/errors/refusal.ts'
import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import { organisationErrors } from './errors.ts'
import type { ItemScope } from './schema.ts'
import type { HallFields, StaffFields, UnitFields, WindowFields } from './schema/records.ts'
import { type Placement, postOf } from './store/employ.ts'
import { getHall, getWindow, type HallRow, type WindowRow } from './store/halls.ts'
import { hasOtherLowCounter, type StoredWindow } from './store/places.ts'
import { creditCodeTaken, isAtOrBelow, numberTaken, regionExists } from './store/standing.ts'
import { getUnit, type UnitRow } from './store/units.ts'

/** The unit, if it is not closed. */
export async function openUnit(ctx: Ctx, unitId: string): Promise<UnitRow> {
  const unit = await getUnit(ctx.db, unitId)
  if (unit.closed) throw new Refusal(organisationErrors.unitClosed, { unitId })
  return unit
}

/** The hall, if it is not closed. */
export async function openHall(ctx: Ctx, hallId: string): Promise<HallRow> {
  const hall = await getHall(ctx.db, hallId)
  if (hall.closed) throw new Refusal(organisationErrors.hallClosed, { hallId })
  return hall
}

/** The window, if it is not closed. */
export async function openWindow(ctx: Ctx, windowId: string): Promise<WindowRow> {
  const window = await getWindow(ctx.db, windowId)
  if (window.closed) throw new Refusal(organisationErrors.windowClosed, { windowId })
  return window
}

/** What a unit says of itself agrees with what stands: its region, its own credit code, an open unit above it that is not below it. */
export async function checkUnit(ctx: Ctx, unitId: string, unit: UnitFields): Promise<void> {
  if (!checkCreditCode(unit.creditCode).ok) throw wrongField(organisationErrors.creditCodeInvalid, 'creditCode')
  if (!(await regionExists(ctx.db, unit.regionCode))) throw wrongField(organisationErrors.regionUnknown, 'regionCode')
  if (await creditCodeTaken(ctx.db, unitId, unit.creditCode)) throw wrongField(organisationErrors.creditCodeTaken, 'creditCode')
  if (unit.parentId === null) return
  await openUnit(ctx, unit.parentId)
  if (await isAtOrBelow(ctx.db, unit.parentId, unitId)) throw wrongField(organisationErrors.parentBelow, 'parentId')
}

export async function checkHall(ctx: Ctx, hall: HallFields): Promise<void> {
  if (!(await regionExists(ctx.db, hall.regionCode))) throw wrongField(organisationErrors.regionUnknown, 'regionCode')
  await openUnit(ctx, hall.unitId)
}

/** A window stands in a zone of an open hall under a number of its own; the hall keeps a barrier-free one (S-20). */
export async function checkWindow(ctx: Ctx, windowId: string, hallId: string, window: StoredWindow): Promise<void> {
  const hall = await openHall(ctx, hallId)
  if (!hall.zones.some(({ key }) => key === window.zone)) throw wrongField(organisationErrors.zoneUnknown, 'zone')
  if (await numberTaken(ctx.db, hallId, { id: windowId, number: window.number })) throw wrongField(organisationErrors.numberTaken, 'number')
  if (!window.lowCounter) await keepLowCounter(ctx, hallId, windowId)
}

/** Refuses to leave a hall without a barrier-free window besides this one (S-20, 无障碍环境建设法 art. 40). */
export async function keepLowCounter(ctx: Ctx, hallId: string, windowId: string): Promise<void> {
  if (!(await hasOtherLowCounter(ctx.db, hallId, windowId))) throw wrongField(organisationErrors.lastLowCounter, 'lowCounter')
}

/** What a window takes, from the units that were chosen; themes and items of a dedicated one stay. */
export async function windowOf(ctx: Ctx, { units, ...window }: WindowFields, before?: ItemScope): Promise<StoredWindow> {
  if (units === 'all') return { ...window, scope: { kind: 'all' } }
  const [themes, items] = before?.kind === 'selected' ? [before.themes, before.items] : [[], []]
  if (units.length + themes.length + items.length === 0) throw wrongField(organisationErrors.emptySelection, 'units')
  for (const unitId of units) await openUnit(ctx, unitId)
  return { ...window, scope: { kind: 'selected', units, themes, items } }
}

/** Where a member works: an open unit, and an open hall with one of its windows if he sits in one. */
export async function placementOf(ctx: Ctx, { unitId, postName, rank, hallId, windowId }: StaffFields): Promise<Placement> {
  await openUnit(ctx, unitId)
  if (hallId !== null) await openHall(ctx, hallId)
  if (windowId !== null && (await openWindow(ctx, windowId)).hallId !== hallId) throw wrongField(organisationErrors.windowElsewhere, 'windowId')
  return { unitId, postId: await postOf(ctx.db, { unitId, name: postName, rank }), hallId, windowId }
}

export function wrongField(type: RefusalType, field: string): Refusal {
  return new Refusal(type, {}, [{ pointer: `/${field}`, code: type.code }])
}
