import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { open311Errors } from '../errors.ts'
import { ServiceCode, ServiceDefinition } from '../schema.ts'
import { attributesOf, serviceOf } from '../offers.ts'

export const getOffer = defineOperation({
  name: 'open311.get-offer',
  summary: 'Shows the definition of a service, in the shape of Open311 GeoReport v2',
  kind: 'query',
  access: 'public',
  input: z.object({ code: ServiceCode }),
  output: ServiceDefinition,
  refusals: [open311Errors.serviceUnknown],
  async run(_ctx, { code }) {
    const service = serviceOf(code)
    if (service === undefined) throw new Refusal(open311Errors.serviceUnknown)
    return { service_code: code, attributes: [...attributesOf(service)] }
  },
})
