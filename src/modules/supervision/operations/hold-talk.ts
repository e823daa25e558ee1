import { z } from 'zod'
import { defineMeasureCommand } from '../measure-view.ts'
import { measureTask } from '../raise-measures.ts'
import { done } from '../rules/clocks.ts'
import { MeasureNumber, Note, StaffId } from '../schema.ts'

/** The record of a talk that the ladder asked for. */
export const holdTalk = defineMeasureCommand({
  name: 'supervision.hold-talk',
  command: 'hold-talk',
  summary: 'Records that a talk was held, by whom and with what result',
  input: z.object({ number: MeasureNumber, heldBy: StaffId, record: Note }),
  example: { heldBy: 'HD0002', record: '已谈话提醒，本人表示改正。' },
  effect: (ctx, { measure: { matter } }, { heldBy, record }) => ({ to: 'settled', outcome: 'settled', detail: { heldBy }, timers: done(matter.timers, 'answerMeasure', ctx.now), endTasks: [measureTask], text: record }),
})
