import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { readsOffice } from '../access.ts'
import type { ComplaintText } from '../complaint-view.ts'
import { complaintLifecycle } from '../lifecycle.ts'
import { Page } from '../schema.ts'
import { listComplaintRows } from '../store/complaints.ts'

const Row = z.object({ number: z.string(), state: z.string(), unitId: z.string(), hallId: z.string().nullable(), result: z.string().nullable(), title: z.string().nullable(), filedAt: z.string(), dueAt: z.string().nullable(), provisional: z.boolean(), overdue: z.boolean() })

/** A person's own complaints; for inspectors and supervisors all of them, without names. */
export const listComplaints = defineOperation({
  name: 'supervision.list-complaints',
  summary: 'Lists complaints about service: one’s own, or all of them for inspectors and supervisors',
  kind: 'query',
  http: { method: 'GET', path: '/service-complaints' },
  access: { permission: 'supervision:read-complaints' },
  input: z.object({ state: z.enum(Object.keys(complaintLifecycle.states) as [string, ...string[]]).optional(), ...Page }),
  output: z.object({ items: z.array(Row), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'Those that wait to be taken up', input: { state: 'filed' } }],
  async run(ctx, { state, limit, cursor }) {
    const { caller } = ctx
    if (caller.kind !== 'person' && !readsOffice(caller, (await getOffice(ctx.db)).id)) return { items: [], nextCursor: null }
    const found = await listComplaintRows(ctx.db, { personId: caller.kind === 'person' ? caller.id : null, state: state ?? null, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    const texts = await ctx.services.vault.openMany<ComplaintText>(ctx.db, page.map(({ personId, sealedText }) => ({ subjectId: personId, box: sealedText })))
    return {
      items: page.map(({ number, state: now, unitId, hallId, result, openedAt, dueAt, provisional }, place) => ({
        number,
        state: now,
        unitId,
        hallId,
        result,
        title: texts[place]?.title ?? null,
        filedAt: instantText(openedAt),
        dueAt: dueAt && instantText(dueAt),
        provisional,
        overdue: dueAt !== null && ctx.now > dueAt,
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
