import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { proposeRecord } from '../propose-record.ts'
import { Key, Remark } from '../schema.ts'

/** For editors who find that another unit holds what people ask for; disclosure proposes through the front door (O-16). */
export const propose = defineOperation({
  name: 'publication.propose',
  summary: 'Proposes to a unit a record that it ought to publish',
  kind: 'command',
  http: { method: 'POST', path: '/publication-proposals', status: 201 },
  access: { permission: 'publication:edit' },
  input: z.object({ unitId: Key, title: z.string().trim().min(1).max(200), ground: Remark, sourceNumber: z.string().max(50).nullable().default(null) }),
  output: z.object({ id: z.string() }),
  refusals: [organisationErrors.unitUnknown],
  examples: [{ summary: 'What many ask for', input: { unitId: 'shichang-jianguan', title: '食品抽检不合格名单', ground: '多名申请人先后申请公开同一信息' } }],
  async run(ctx, proposal) {
    return { id: await proposeRecord(ctx, proposal) }
  },
})
