import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Service } from '../schema.ts'
import { services } from '../offers.ts'

export const listOffers = defineOperation({
  name: 'open311.list-offers',
  summary: 'Lists what can be asked for, in the shape of Open311 GeoReport v2',
  kind: 'query',
  access: 'public',
  input: z.object({}),
  output: z.object({ items: z.array(Service) }),
  refusals: [],
  async run() {
    return { items: [...services] }
  },
})
