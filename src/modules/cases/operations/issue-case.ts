import { getOffice } from '#modules/organisation/index.ts'
import { recordCaseStep } from '../record-step.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** 制证: the paper is printed and passed to the place of delivery; the electronic certificate exists since the decision (C-29). */
export const issueCase = defineCaseCommand({
  name: 'cases.issue-case',
  command: 'issue',
  summary: 'Marks the result as made out and ready to be handed over',
  fields: {},
  refusals: [],
  example: {},
  async run(ctx, record) {
    const office = await getOffice(ctx.db)
    const changed = await recordCaseStep(ctx, record, { command: 'issue', to: 'issued', endTasks: ['issue'], assign: [{ task: 'deliver', unitId: office.id, role: 'windowClerk' }], detail: { certificate: record.detail.certificate_identifier } })
    await tellParties(ctx, changed, 'issued')
    return { record: changed, documents: [] }
  },
})
