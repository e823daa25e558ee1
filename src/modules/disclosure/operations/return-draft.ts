import { z } from 'zod'
import { unitOf } from '../issue-letter.ts'
import { defineRequestCommand } from '../request-command.ts'
import { RequestNumber, Statement } from '../schema.ts'
import { officerTask, taskNames } from '../tasks.ts'
import { tellUnit } from '../tell.ts'

export const returnDraft = defineRequestCommand({
  name: 'disclosure.return-draft',
  command: 'return-draft',
  summary: 'Sends a draft back with what is to be changed',
  input: z.object({ number: RequestNumber, remark: Statement }),
  example: { remark: '请写明附件二不公开的具体理由。' },
  async effect(ctx, { request }, { number, remark }) {
    const unitId = unitOf(request)
    await tellUnit(ctx, { unitId, role: 'disclosureOfficer', matterId: request.matter.id }, 'draft-returned', { number })
    return { to: 'handling', endTasks: [taskNames.approve], assign: [officerTask(ctx, unitId, request.matter)], note: { text: remark, published: false } }
  },
})
