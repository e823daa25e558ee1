import type { Ctx } from '#kernel/contract/operation.ts'
import type { Matter, NewAssignment } from '#kernel/matter/matter.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { tellersOf } from '#kernel/notify/tellers.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { getOffice, listEligible } from '#modules/organisation/index.ts'
import words from './locales/zh-CN.json' with { type: 'json' }

/** The tasks of a record, one at a time. */
export const taskNames = { write: 'write-record', review: 'review-record', publish: 'publish-record', withdraw: 'withdraw-record' } as const

const tellers = tellersOf('publication', words.messages)

type Placed = Pick<Matter, 'regionCode' | 'hallId'>

/** A task of the editors of the unit, with the clock that it runs under. */
export function editorTask(ctx: Ctx, task: 'write' | 'publish' | 'withdraw', of: { readonly unitId: string; readonly matter: Placed; readonly timer: Timer | undefined }): NewAssignment {
  return { task: taskNames[task], unitId: of.unitId, role: 'publicationEditor', dueAt: of.timer && dueOf(of.timer, ctx.services.legalCalendar.of(of.matter)).dueAt }
}

/** The review falls to the unit; where nobody but the writers could do it, to the office (O-17). */
export async function reviewTask(ctx: Ctx, of: { readonly unitId: string; readonly writers: readonly string[]; readonly matter: Placed; readonly timer: Timer | undefined }): Promise<NewAssignment> {
  const except = of.writers.map((writer) => writer.replace(/^staff:/, ''))
  const others = await listEligible(ctx.db, { unitId: of.unitId, role: 'secrecyReviewer', day: dayOf(ctx.now), except })
  const unitId = others.length > 0 ? of.unitId : (await getOffice(ctx.db)).id
  return { task: taskNames.review, unitId, role: 'secrecyReviewer', dueAt: of.timer && dueOf(of.timer, ctx.services.legalCalendar.of(of.matter)).dueAt }
}

/** Tells the editors of a unit in the app. */
export async function tellEditors(ctx: Ctx, { unitId, matterId }: { readonly unitId: string; readonly matterId: string | null }, key: keyof typeof words.messages, params: MessageParams): Promise<void> {
  await tellers.unit(ctx, { unitId, role: 'publicationEditor', matterId }, key, params)
}
