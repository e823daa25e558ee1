import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { publicationErrors } from '../errors.ts'
import { ShownPower, shownPower } from '../shown-power.ts'
import { listPowerVersions } from '../store/powers.ts'

export const getPower = defineOperation({
  name: 'publication.get-power',
  summary: 'An entry of a power and duty list with all its versions, the newest first, also after it was removed',
  kind: 'query',
  http: { method: 'GET', path: '/powers/{id}' },
  access: 'public',
  input: z.object({ id: z.uuid() }),
  output: z.object({ versions: z.array(ShownPower) }),
  refusals: [publicationErrors.powerUnknown],
  examples: [{ summary: 'One entry', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const versions = await listPowerVersions(ctx.db, id)
    if (versions.length === 0) throw new Refusal(publicationErrors.powerUnknown)
    return { versions: versions.map(shownPower) }
  },
})
