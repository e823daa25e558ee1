import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { publicationErrors } from '../errors.ts'
import { getOwnPower } from '../own-power.ts'
import { Remark } from '../schema.ts'
import { insertPowerVersions } from '../store/powers.ts'

export const removePower = defineOperation({
  name: 'publication.remove-power',
  summary: 'Takes an entry out of the power and duty list with the reason; its versions stay readable',
  kind: 'command',
  http: { method: 'POST', path: '/powers/{id}/remove' },
  access: { permission: 'publication:edit' },
  input: z.object({ id: z.uuid(), reason: Remark }),
  output: z.object({ id: z.string(), version: z.number().int() }),
  refusals: [publicationErrors.powerUnknown, publicationErrors.powerRemoved],
  examples: [{ summary: 'The power was abolished', input: { id: '01999999-0000-7000-8000-000000000000', reason: '国务院决定取消' } }],
  async run(ctx, { id, reason }) {
    const { writtenAt: _writtenAt, ...power } = await getOwnPower(ctx, id)
    const version = power.version + 1
    await insertPowerVersions(ctx.db, [{ ...power, version, change: 'removed', reason, writtenBy: actorOf(ctx.caller), writtenAt: ctx.now }])
    return { id, version }
  },
})
