import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { findRequests } from '../requests.ts'
import { Request, RequestId, ServiceCode } from '../schema.ts'

const longestSpanMs = 90 * 86_400_000
const Instant = z.iso.datetime({ offset: true })

/** The period asked for, of at most ninety days as the standard says; the last ninety days unless told. */
function spanOf(now: Date, { start_date: start, end_date: end }: { readonly start_date?: string | undefined; readonly end_date?: string | undefined }): { readonly from: Date; readonly until: Date } {
  if (start === undefined) {
    const until = end === undefined ? now : new Date(end)
    return { from: new Date(until.getTime() - longestSpanMs), until }
  }
  const from = new Date(start)
  const latest = new Date(from.getTime() + longestSpanMs)
  const until = end === undefined ? latest : new Date(end)
  return { from, until: until > latest ? latest : until }
}

export const listRequests = defineOperation({
  name: 'open311.list-requests',
  summary: 'Lists public requests of the grid and of the hotline, in the shape of Open311 GeoReport v2',
  kind: 'query',
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({
    service_request_id: z.string().transform((text) => text.split(',')).pipe(z.array(RequestId).max(100)).optional(),
    service_code: ServiceCode.optional(),
    start_date: Instant.optional(),
    end_date: Instant.optional(),
    status: z.enum(['open', 'closed']).optional(),
  }),
  output: z.object({ items: z.array(Request) }),
  refusals: [],
  async run(ctx, { service_request_id: ids, service_code: code, status, ...dates }) {
    const span = ids === undefined ? spanOf(ctx.now, dates) : { from: null, until: null }
    return { items: [...(await findRequests(ctx, { ids: ids ?? null, code: code ?? null, closed: status === undefined ? null : status === 'closed', ...span }))] }
  },
})
