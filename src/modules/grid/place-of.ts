import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from './errors.ts'
import { geoOf, latticeOf } from './frame.ts'
import { cellAt, middleOf } from './rules/partition.ts'
import { type Cell, findCell, listOutlines } from './store/cells.ts'
import type { Place } from './schema.ts'

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

/** Where a report says that it is: a point, or else the middle of a cell. */
export async function placeOf(ctx: Pick<Ctx, 'db'>, told: { readonly longitude?: number | undefined; readonly latitude?: number | undefined; readonly cellId?: string | undefined }): Promise<Located> {
  const { longitude, latitude, cellId } = told
  if (longitude !== undefined && latitude !== undefined) return locate(ctx, { longitude, latitude })
  if (cellId === undefined) throw new Refusal(gridErrors.placeMissing, {}, [{ pointer: '/cellId', code: 'grid.place-missing' }])
  const cell = await findCell(ctx.db, cellId)
  if (cell === undefined) throw new Refusal(gridErrors.cellUnknown)
  return { ...geoOf(middleOf(cell.ring)), cell }
}
