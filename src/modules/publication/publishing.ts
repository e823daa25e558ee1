import type { Ctx } from '#kernel/contract/operation.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { getUnit } from '#modules/organisation/index.ts'
import type { Effect } from './record-command.ts'
import { done, openClock } from './rules/clocks.ts'
import { indexPrefix } from './rules/validity.ts'
import { insertChannel, insertPublication } from './store/proceedings.ts'
import { indexRecord, type PublicRecord } from './store/records.ts'

/** Makes the last edition of a record the one that the public reads. The index number comes with the first and stays. */
export async function publishing(ctx: Ctx, { matter, unitId, text, indexNo, firstPublishedAt }: PublicRecord): Promise<Effect> {
  const timer = openClock(matter.timers, 'publish')
  const dueAt = timer && dueOf(timer, ctx.services.legalCalendar.of(matter)).dueAt
  if (timer === undefined || dueAt === undefined) throw new Error(`record ${matter.number} has no clock to be published by`)
  const index = indexNo ?? (await newIndexNo(ctx, unitId))
  await insertPublication(ctx.db, { record_id: matter.id, edition: text.edition, timer_id: timer.id, published_at: ctx.now, due_at: dueAt })
  if (firstPublishedAt === null) await insertChannel(ctx.db, matter.id, { channel: 'portal', place: null, publishedAt: ctx.now })
  await indexRecord(ctx.db, matter.id, text)
  ctx.publish('publication.record-published', { matterId: matter.id, number: matter.number, unitId })
  return {
    to: 'published',
    detail: { indexNo: index },
    outcome: 'published',
    timers: done(matter.timers, 'publish', ctx.now),
    change: { published_edition: text.edition, published_at: ctx.now, ...(firstPublishedAt === null && { index_no: index, first_published_at: ctx.now }) },
  }
}

async function newIndexNo(ctx: Ctx, unitId: string): Promise<string> {
  const prefix = indexPrefix((await getUnit(ctx.db, unitId)).creditCode, dayOf(ctx.now))
  return `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(5, '0')}`
}
