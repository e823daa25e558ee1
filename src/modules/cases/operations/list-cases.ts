import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { stillSeen } from '../ended-agency.ts'
import { decodeCursor, pageOf } from '../paging.ts'
import { Page } from '../schema.ts'
import type { CaseState } from '../lifecycle.ts'
import { heldBy, holders } from '../rules/held-by.ts'
import { clockLine } from '../rules/leading-clock.ts'
import { type CaseRow, listAllCases, listCasesByStage, listCasesOfPerson, type TimedCaseRow } from '../store/lists.ts'

export const CaseLine = z.object({
  number: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  itemName: z.string(),
  department: z.string().nullable(),
  applicantName: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
})

export function lineOf(row: CaseRow): z.input<typeof CaseLine> {
  const { number, state, outcome, itemName, department, applicantName, openedAt, closedAt } = row
  return { number, state, outcome, itemName, department, applicantName, openedAt: instantText(openedAt), closedAt: closedAt === null ? null : instantText(closedAt) }
}

/** A case as its applicant follows it: who has it, and by when the next answer is due. */
export const FollowedCase = CaseLine.extend({
  heldBy: z.enum(holders),
  /** Null while the clock is stopped, and when none runs. */
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
})

export function followedCase(ctx: Ctx, row: TimedCaseRow): z.input<typeof FollowedCase> {
  const { dueOn, dueProvisional } = clockLine(row.timers, ctx.services.legalCalendar.of(row), ctx.now)
  return { ...lineOf(row), heldBy: heldBy(row.state as CaseState, row.timers), dueOn, dueProvisional }
}

/** A person's own cases; for the supervisor all of them. Staff work from the queue. */
export const listCases = defineOperation({
  name: 'cases.list-cases',
  summary: 'Lists the cases that the caller is a party to, newest first; a supervisor sees all',
  kind: 'query',
  http: { method: 'GET', path: '/cases' },
  access: { permission: 'cases:read' },
  /** `ended` parts a person's cases: those under way up to the delivery of their result, or those at their end. */
  input: Page.extend({ state: z.string().max(40).optional(), ended: z.stringbool().optional() }),
  output: z.object({ items: z.array(FollowedCase), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The first twenty', input: {} }],
  async run(ctx, { limit, cursor, state, ended }) {
    const key = decodeCursor(cursor)
    const page = { limit: limit + 1, ...(key?.at && { before: { at: key.at, id: key.id } }) }
    const { caller } = ctx
    const place = (row: TimedCaseRow): { readonly at: Date; readonly id: string } => ({ at: row.openedAt, id: row.id })
    if (caller.kind === 'person') {
      const { items, nextCursor } = pageOf(await (ended === undefined ? listCasesOfPerson(ctx.db, caller.id, page) : listCasesByStage(ctx.db, caller.id, { ...page, ended })), limit, place)
      return { items: (await stillSeen(ctx, items)).map((row) => followedCase(ctx, row)), nextCursor }
    }
    const { items, nextCursor } = pageOf(await rowsForOthers(), limit, place)
    return { items: items.map((row) => followedCase(ctx, row)), nextCursor }

    async function rowsForOthers(): Promise<readonly TimedCaseRow[]> {
      const all = caller.kind === 'system' || (caller.kind === 'staff' && caller.roles.some(({ role }) => role === 'supervisor'))
      return all ? listAllCases(ctx.db, { ...page, ...(state !== undefined && { state }) }) : []
    }
  },
})
