import { recordCaseStep } from '../record-step.ts'
import { must } from '#kernel/errors/refusal.ts'
import { satisfy } from '#kernel/time/timer.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { defineCaseCommand } from './case-command.ts'

/** 接件: the window takes an online application over for pre-review (C-21). The clock of acceptance runs from submission all the same. */
export const receiveCase = defineCaseCommand({
  name: 'cases.receive-case',
  command: 'receive',
  summary: 'Takes an application over for checking; ends the pre-review clock',
  fields: {},
  refusals: [],
  example: {},
  async run(ctx, record) {
    const preReview = openClock(record.matter.timers, clockNames.preReview)
    return {
      record: await recordCaseStep(ctx, record, { command: 'receive', to: 'received', timers: preReview ? [must(satisfy(preReview, ctx.now))] : [] }),
      documents: [],
    }
  },
})
