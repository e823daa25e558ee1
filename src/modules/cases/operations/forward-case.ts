import { must, Refusal } from '#kernel/errors/refusal.ts'
import { satisfy } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { defineCaseCommand } from './case-command.ts'

/** A hall of another region passes the papers to the deciding side within one working day; the clock starts with the acceptance there (C-34). */
export const forwardCase = defineCaseCommand({
  name: 'cases.forward-case',
  command: 'forward',
  summary: 'Forwards a case received in another region to the deciding authority',
  fields: {},
  refusals: [caseErrors.notCrossRegion],
  example: {},
  async run(ctx, record) {
    if (!record.detail.cross_region) throw new Refusal(caseErrors.notCrossRegion)
    const forwarding = openClock(record.matter.timers, clockNames.forwarding)
    return {
      record: await recordCaseStep(ctx, record, {
        command: 'forward',
        to: 'received',
        timers: forwarding ? [must(satisfy(forwarding, ctx.now))] : [],
        detail: { fromHall: record.detail.receiving_hall_id },
        change: { forwarded_at: ctx.now },
      }),
      documents: [],
    }
  },
})
