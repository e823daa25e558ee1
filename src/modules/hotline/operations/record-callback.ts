import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand } from '../order-command.ts'
import { Note, OrderNumber, Satisfaction } from '../schema.ts'
import { takeCallback } from '../take-callback.ts'

/** Every finished order is called back on the next working day; dissatisfied by the unit's fault means once more (H-07). */
export const recordCallback = defineOrderCommand({
  name: 'hotline.record-callback',
  command: 'call-back',
  summary: 'Records what the caller said when called back; a dissatisfied caller has it done once more if the unit is at fault',
  input: z.object({
    number: OrderNumber,
    satisfaction: Satisfaction,
    solved: z.stringbool().or(z.boolean()).optional(),
    /** Whether the unit is at fault; asked when the caller is dissatisfied. */
    unitFault: z.stringbool().or(z.boolean()).optional(),
    note: Note,
  }),
  refusals: [hotlineErrors.faultMissing],
  example: { satisfaction: 'satisfied', solved: true, note: '来电人表示已解决。' },
  async effect(ctx, { order }, { satisfaction, solved, unitFault, note }) {
    if (satisfaction === 'dissatisfied' && unitFault === undefined) throw new Refusal(hotlineErrors.faultMissing, {}, [{ pointer: '/unitFault', code: hotlineErrors.faultMissing.code }])
    return { ...(await takeCallback(ctx, order, { satisfaction, solved: solved ?? null, unitFault: satisfaction === 'dissatisfied' ? (unitFault ?? null) : null })), note: { text: note } }
  },
})
