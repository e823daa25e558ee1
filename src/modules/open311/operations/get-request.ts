import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { open311Errors } from '../errors.ts'
import { findRequests } from '../requests.ts'
import { Request, RequestId } from '../schema.ts'

export const getRequest = defineOperation({
  name: 'open311.get-request',
  summary: 'Shows one public request, in the shape of Open311 GeoReport v2',
  kind: 'query',
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ id: RequestId }),
  output: Request,
  refusals: [open311Errors.requestUnknown],
  async run(ctx, { id }) {
    const [request] = await findRequests(ctx, { ids: [id], codes: null, from: null, until: null, closed: null })
    if (request === undefined) throw new Refusal(open311Errors.requestUnknown)
    return request
  },
})
