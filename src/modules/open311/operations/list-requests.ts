import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { findRequests } from '../requests.ts'
import { Request, RequestId, ServiceCode } from '../schema.ts'

const longestSpanMs = 90 * 86_400_000
const mostNamed = 100
const Instant = z.iso.datetime({ offset: true })
const RequestIds = listOf(RequestId)
const ServiceCodes = listOf(ServiceCode)
const Statuses = listOf(Request.shape.status)

/** Several of a kind as the standard writes them, with commas between. */
function listOf(one: z.ZodType<string, string>) {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== ''))
    .pipe(z.array(one).min(1).max(mostNamed))
}

/** Whether only what is closed is asked for, only what is open, or, where both are told as where neither is, all. */
function closedOf(statuses: readonly string[] | undefined): boolean | null {
  const told = new Set(statuses)
  return told.size === 1 ? told.has('closed') : null
}

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
    service_request_id: RequestIds.optional(),
    service_code: ServiceCodes.optional(),
    start_date: Instant.optional(),
    end_date: Instant.optional(),
    status: Statuses.optional(),
  }),
  output: z.object({ items: z.array(Request) }),
  refusals: [],
  async run(ctx, { service_request_id: ids, service_code: codes, status, ...dates }) {
    const span = ids === undefined ? spanOf(ctx.now, dates) : { from: null, until: null }
    return { items: [...(await findRequests(ctx, { ids: ids ?? null, codes: codes ?? null, closed: closedOf(status), ...span }))] }
  },
})
