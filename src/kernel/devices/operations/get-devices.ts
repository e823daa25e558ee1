import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'

export const getDevices = defineOperation({
  name: 'kernel.get-devices',
  summary: 'Tells which devices the windows have, and which invented cards a simulated reader takes',
  kind: 'query',
  access: { permission: 'devices:read' },
  input: z.object({}),
  output: z.object({
    identityReader: z.object({ cards: z.array(z.object({ key: z.string(), name: z.string(), tail: z.string() })) }).nullable(),
    scanner: z.boolean(),
  }),
  refusals: [],
  async run({ services: { devices } }) {
    return { identityReader: devices.identityReader ? { cards: [...devices.identityReader.cards] } : null, scanner: devices.scanner !== undefined }
  },
})
