import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import type { WantedRecord } from './schema.ts'
import type { ListedRequest } from './store/request-lists.ts'

/** One line of a list of applications. */
export const ListedRow = z.object({
  number: z.string(),
  state: z.string(),
  channel: z.string(),
  unitId: z.string(),
  applicantKind: z.string(),
  arrivedOn: z.string(),
  receivedOn: z.string().nullable(),
  openedAt: z.string(),
  /** Of the clock that ends next. */
  dueAt: z.string().nullable(),
  provisional: z.boolean(),
  overdue: z.boolean(),
  answerKind: z.string().nullable(),
  title: z.string().nullable(),
})

export async function shownRows(ctx: Ctx, rows: readonly ListedRequest[]): Promise<z.input<typeof ListedRow>[]> {
  const opened = await ctx.services.vault.openMany<WantedRecord>(ctx.db, rows.map(({ applicantId, sealedRecord }) => ({ subjectId: applicantId, box: sealedRecord })))
  return rows.map(({ id: _id, applicantId: _applicant, sealedRecord: _record, ...row }, place) => ({
    ...row,
    openedAt: instantText(row.openedAt),
    dueAt: row.dueAt === null ? null : instantText(row.dueAt),
    overdue: row.dueAt !== null && ctx.now > row.dueAt,
    title: opened[place]?.title ?? null,
  }))
}
