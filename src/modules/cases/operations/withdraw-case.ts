import { z } from 'zod'
import { dayOf } from '#kernel/time/day.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { itemOf } from '../item-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { recordCaseStep } from '../record-step.ts'
import { taskOf } from '../dispatch.ts'
import { defineCaseCommand } from './case-command.ts'

/** 撤回: the applicant takes the application back at any time before the decision. */
export const withdrawCase = defineCaseCommand({
  name: 'cases.withdraw-case',
  command: 'withdraw',
  summary: 'Takes the application back before the decision',
  fields: { reason: z.string().min(1).max(500) },
  refusals: [],
  example: { reason: '计划有变，不再申请' },
  async run(ctx, record, { reason }) {
    const item = await itemOf(ctx, record)
    const document = await issueCaseDocument(ctx, record, { kind: 'withdrawal', item, data: { withdrawnOn: dayOf(ctx.now), reason } })
    const changed = await recordCaseStep(ctx, record, {
      command: 'withdraw',
      to: 'withdrawn',
      outcome: 'withdrawn',
      timers: allDropped(record.matter.timers, { at: ctx.now, reason: 'withdrawn' }),
      endTasks: ['accept', ...record.steps.map((step) => taskOf(step.key))],
      detail: { document: document.number },
    })
    ctx.publish('cases.case-closed', { matterId: record.matter.id, number: record.matter.number })
    return { record: changed, documents: [document] }
  },
})
