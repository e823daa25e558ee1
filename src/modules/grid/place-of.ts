import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from './errors.ts'
import { geoOf, latticeOf } from './frame.ts'
import { cellAt, middleOf } from './rules/partition.ts'
import { type Cell, findCell, listOutlines } from './store/cells.ts'
import type { Place } from './schema.ts'
import { findComponent } from './store/components.ts'

/** A place with the one cell in which it lies (G-01). */
export interface Located extends Place {
  readonly cell: Cell
}

/** The cell of a point; refuses one outside the district. */
export async function locate(ctx: Pick<Ctx, 'db'>, place: Place): Promise<Located> {
  const outline = cellAt(await listOutlines(ctx.db, null), latticeOf(place))
  const cell = outline && (await findCell(ctx.db, outline.id))
  if (cell === undefined) throw new Refusal(gridErrors.placeOutside)
  return { longitude: place.longitude, latitude: place.latitude, cell }
}

interface ToldPlace {
  readonly longitude?: number | undefined
  readonly latitude?: number | undefined
  readonly cellId?: string | undefined
  readonly componentCode?: string | undefined
}

/** Where a report says that it is: where the component stands, else a point, else the middle of a cell. */
export async function placeOf(ctx: Pick<Ctx, 'db'>, told: ToldPlace): Promise<Located> {
  const { longitude, latitude, cellId, componentCode } = told
  if (componentCode !== undefined) return placeOfComponent(ctx, componentCode)
  if (longitude !== undefined && latitude !== undefined) return locate(ctx, { longitude, latitude })
  if (cellId === undefined) throw new Refusal(gridErrors.placeMissing, {}, [{ pointer: '/cellId', code: 'grid.place-missing' }])
  const cell = await findCell(ctx.db, cellId)
  if (cell === undefined) throw new Refusal(gridErrors.cellUnknown)
  return { ...geoOf(middleOf(cell.ring)), cell }
}

async function placeOfComponent(ctx: Pick<Ctx, 'db'>, code: string): Promise<Located> {
  const component = await findComponent(ctx.db, code)
  const cell = component?.state === 'inUse' ? await findCell(ctx.db, component.cellId) : undefined
  if (component === undefined || cell === undefined) throw new Refusal(gridErrors.componentUnknown, {}, [{ pointer: '/componentCode', code: gridErrors.componentUnknown.code }])
  return { longitude: component.longitude, latitude: component.latitude, cell }
}
