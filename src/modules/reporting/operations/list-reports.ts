import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { REPORT_FORMATS, REPORT_KINDS } from '../schema.ts'
import { listRequests } from '../store/requests.ts'

const Requested = z.object({
  id: z.string(),
  kind: z.enum(REPORT_KINDS),
  format: z.enum(REPORT_FORMATS),
  from: z.string(),
  to: z.string(),
  requestedAt: z.string(),
  /** Null while the job has not written it. */
  writtenAt: z.string().nullable(),
  sizeBytes: z.number().nullable(),
})

/** The reports that the caller asked for, newest first. */
export const listReports = defineOperation({
  name: 'reporting.list-reports',
  summary: 'Lists the reports that the caller asked for',
  kind: 'query',
  http: { method: 'GET', path: '/report-requests' },
  access: { permission: 'reporting:read-reports' },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(Requested), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest twenty', input: {} }],
  async run(ctx, { limit, cursor }) {
    const rows = await listRequests(ctx.db, { by: actorOf(ctx.caller), before: cursor, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return {
      items: items.map(({ id, kind, format, from, to, requestedAt, writtenAt, sizeBytes }) => ({ id, kind, format, from, to, sizeBytes, requestedAt: instantText(requestedAt), writtenAt: writtenAt && instantText(writtenAt) })),
      nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    }
  },
})
