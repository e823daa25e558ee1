import { z } from 'zod'
import { evaluationErrors } from '../errors.ts'
import { defineRectificationCommand } from '../rectification-command.ts'
import { done } from '../rules/clocks.ts'
import { Note, RectificationNumber } from '../schema.ts'

/** E-02: who gave a bad review under his name is contacted within one working day. */
export const recordContact = defineRectificationCommand({
  name: 'evaluations.record-contact',
  command: 'contact',
  summary: 'Records the first contact with the evaluator of a bad review',
  input: z.object({ number: RectificationNumber, result: z.enum(['reached', 'unreachable']), note: Note }),
  refusals: [evaluationErrors.nobodyToContact],
  example: { result: 'reached', note: '已电话核实' },
  effect: (ctx, { record: { matter } }, { result, note }) => ({
    to: 'contacted',
    detail: { result },
    timers: done(matter.timers, 'contact', ctx.now),
    notes: [{ text: note, published: false }],
  }),
})
