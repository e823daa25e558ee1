import { law } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { taskOf } from '../dispatch.ts'
import { caseErrors } from '../errors.ts'
import { mustHaveLapsed } from '../must-have-lapsed.ts'
import { itemOf } from '../item-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { clockNames } from '../rules/clocks.ts'
import { recordCaseStep } from '../record-step.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

/** A correction or a promised material that never came: deemed withdrawn, told in writing (C-18). */
export const deemWithdrawn = defineCaseCommand({
  name: 'cases.deem-withdrawn',
  command: 'deem-withdrawn',
  summary: 'Ends a case whose owed correction or material never came',
  internal: true,
  fields: {},
  refusals: [caseErrors.notLapsed],
  async run(ctx, record) {
    const lapsed = mustHaveLapsed(ctx, record, clockNames.correction, clockNames.gap)
    const item = await itemOf(ctx, record)
    const document = await issueCaseDocument(ctx, record, { kind: 'withdrawal', item, data: { withdrawnOn: dayOf(ctx.now), reason: texts.deemedWithdrawn } })
    const changed = await recordCaseStep(ctx, record, {
      command: 'deem-withdrawn',
      to: 'deemedWithdrawn',
      outcome: 'deemedWithdrawn',
      actor: law,
      timers: allDropped(record.matter.timers, { at: ctx.now, reason: 'deemed withdrawn' }),
      endTasks: ['accept', ...record.steps.map((step) => taskOf(step.key))],
      detail: { lapsed: lapsed.name, document: document.number },
    })
    await tellParties(ctx, changed, 'deemedWithdrawn')
    ctx.publish('cases.case-closed', { matterId: record.matter.id, number: record.matter.number })
    return { record: changed, documents: [document] }
  },
})
