import { z } from 'zod'
import { getOffice } from '#modules/organisation/index.ts'
import { defineMeasureCommand } from '../measure-view.ts'
import { measureTask } from '../raise-measures.ts'
import { done } from '../rules/clocks.ts'
import { MeasureNumber, Note } from '../schema.ts'
import { markAnswered } from '../store/measures.ts'

/** The head of the unit answers a card, a letter or an advice in writing. */
export const answerMeasure = defineMeasureCommand({
  name: 'supervision.answer-measure',
  command: 'answer',
  summary: 'Answers a card, a letter or an advice: what was put right',
  input: z.object({ number: MeasureNumber, text: Note }),
  example: { text: '已约谈当事人并调整排班，月内每周自查一次。' },
  async effect(ctx, { measure: { matter } }, { text }) {
    await markAnswered(ctx.db, matter.id, ctx.now)
    return { to: 'answered', timers: done(matter.timers, 'answerMeasure', ctx.now), endTasks: [measureTask], assign: [{ task: settleTask, unitId: (await getOffice(ctx.db)).id, role: 'inspector' }], text }
  },
})

export const settleTask = 'settle-measure'
