import { z } from 'zod'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { defineMeasureCommand } from '../measure-view.ts'
import { measureTask } from '../raise-measures.ts'
import { clock } from '../rules/clocks.ts'
import { MeasureNumber, Note } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'
import { tellUnit } from '../tell.ts'
import { settleTask } from './answer-measure.ts'

/** The inspectors take the answer, or send it back with a new term. */
export const settleMeasure = defineMeasureCommand({
  name: 'supervision.settle-measure',
  command: 'settle',
  summary: 'Settles a measure with the answer of the unit, or sends the answer back',
  input: z.object({ number: MeasureNumber, enough: z.stringbool().or(z.boolean()), remark: Note }),
  example: { enough: true, remark: '整改措施已落实，予以销号。' },
  async effect(ctx, { measure: { matter, unitId } }, { enough, remark }) {
    if (enough) return { to: 'settled', outcome: 'settled', endTasks: [settleTask], text: remark }
    const again = clock({ id: newId(ctx.now.getTime()), name: 'answerMeasure', budget: settingsAt(ctx, supervisionSettings).measureReply, unitId, at: ctx.now })
    const { dueAt } = dueOf(again, ctx.services.legalCalendar.of(matter))
    await tellUnit(ctx, { unitId, role: 'unitHead', matterId: matter.id }, 'measure-sent-back', { number: matter.number })
    return { to: 'issued', timers: [again], endTasks: [settleTask], assign: [{ task: measureTask, unitId, role: 'unitHead', ...(dueAt !== undefined && { dueAt }) }], text: remark }
  },
})
