import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { open311Errors } from '../errors.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import { ServiceCode, ServiceDefinition } from '../schema.ts'
import { isOfGrid, serviceOf } from '../offers.ts'

/** The definition of a service: of a class of the grid the condition under which it is filed, as a remark that is not answered. */
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
    const condition = { variable: false, code: 'condition', datatype: 'text' as const, required: false, datatype_description: '', order: 1, description: `${words.condition}${service.description}` }
    return { service_code: code, attributes: isOfGrid(code) ? [condition] : [] }
  },
})
