import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { subjectErrors } from '#modules/subjects/index.ts'
import type { CaseState } from '../lifecycle.ts'
import { stillSeen } from '../ended-agency.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { isPresent } from '../present-at-window.ts'
import { nextAtWindow, windowActs } from '../rules/next-at-window.ts'
import { Page } from '../schema.ts'
import { listCasesByStage } from '../store/lists.ts'
import { FollowedCase, followedCase } from './list-cases.ts'

const CaseAtWindow = FollowedCase.extend({
  /** What this window can do for him in the case now. */
  next: z.enum(windowActs).nullable(),
})

/**
 * The cases of whoever showed this clerk his card just now, so that he need not bring a number. Of anybody else there is no list; the
 * reading is written down, and the person sees it. A command for that reason: nothing is shown of which the record was not kept.
 */
export const listCasesAtWindow = defineOperation({
  name: 'cases.list-cases-at-window',
  summary: 'The cases of the person at the window, under way or at their end, page by page the newest first; on each page those in which the window can do something come first; recorded',
  kind: 'command',
  access: { permission: 'cases:accept' },
  input: Page.extend({ personId: z.uuid(), ended: z.stringbool().default(false) }),
  output: z.object({ items: z.array(CaseAtWindow), nextCursor: z.string().nullable() }),
  refusals: [subjectErrors.unknown],
  async run(ctx, { personId, ended, limit, cursor }) {
    if (!(await isPresent(ctx, personId))) throw new Refusal(subjectErrors.unknown)
    const key = decodeCursor(cursor)
    const rows = await listCasesByStage(ctx.db, personId, { ended, limit: limit + 1, ...(key?.at && { before: { at: key.at, id: key.id } }) })
    await recordUnmasking(ctx, { subjectId: personId, purpose: 'acceptance', detail: { list: 'cases' } })
    const { items, nextCursor } = pageOf(rows, limit, (row) => ({ at: row.openedAt, id: row.id }))
    const shown = (await stillSeen(ctx, items)).map((row) => ({ ...followedCase(ctx, row), next: nextAtWindow({ ...row, state: row.state as CaseState }) }))
    return { items: [...shown.filter(({ next }) => next !== null), ...shown.filter(({ next }) => next === null)], nextCursor }
  },
})
