import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter, NewMatter, Step } from '#kernel/matter/matter.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'

/** How the numbers of each kind begin. */
const prefixes = { finding: 'JC', measure: 'DC', patrol: 'XC', boxOpening: 'KX', serviceComplaint: 'FT', replySample: 'CC', bulletin: 'TB' } as const

export type SupervisionKind = keyof typeof prefixes

/** Opens a matter of this module in the region of the office under the next number of the day. */
export async function openOwnMatter(ctx: Ctx, matter: Pick<NewMatter, 'leadUnitId' | 'channel'> & { readonly kind: SupervisionKind; readonly id?: string; readonly hallId?: string | null }, step: Step): Promise<Matter> {
  const prefix = `${prefixes[matter.kind]}${dayOf(ctx.now).replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(4, '0')}`
  const { regionCode } = await getOffice(ctx.db)
  return openMatter(ctx, { id: newId(ctx.now.getTime()), regionCode, subjectId: null, itemVersionId: null, number, ...matter }, step)
}
