import { Refusal } from '#kernel/errors/refusal.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { caseErrors } from '../errors.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { recordCaseStep } from '../record-step.ts'
import { defineCaseCommand } from './case-command.ts'

/** 归档: the file is complete and passes to the archive; the electronic original suffices (国务院关于在线政务服务的若干规定 art. 12). */
export const archiveCase = defineCaseCommand({
  name: 'cases.archive-case',
  command: 'archive',
  summary: 'Passes a closed case to the archive',
  fields: {},
  refusals: [caseErrors.pledgeUnchecked],
  example: {},
  async run(ctx, record) {
    const pledge = [clockNames.pledgeVerification, clockNames.rectification].some((name) => openClock(record.matter.timers, name) !== undefined)
    if (pledge) throw new Refusal(caseErrors.pledgeUnchecked)
    const left = allDropped(record.matter.timers, { at: ctx.now, reason: 'archived' })
    return { record: await recordCaseStep(ctx, record, { command: 'archive', to: 'archived', timers: left }), documents: [] }
  },
})
