import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'
import { colleaguesFor } from '../first-contact.ts'
import type { OrderState } from '../lifecycle.ts'
import { defineOrderCommand } from '../order-command.ts'
import { Note, OrderNumber, StaffId } from '../schema.ts'
import { tellStaff } from '../tell-caller.ts'

/** The first contact passes the duty on to somebody with a name (首问负责制); the lead does it for who is not there. */
export const passDuty = defineOrderCommand({
  name: 'hotline.pass-duty',
  command: 'pass-duty',
  summary: 'Passes the duty of the first contact on to a colleague at the hotline, with the reason',
  input: z.object({ number: OrderNumber, staffId: StaffId, reason: Note }),
  refusals: [hotlineErrors.dutyOfAnother, hotlineErrors.colleagueUnfit],
  example: { staffId: 'HD0002', reason: '休假，移交跟进。' },
  async effect(ctx, { order }, { staffId, reason }) {
    const { id, number, state } = order.matter
    if (!(await colleaguesFor(ctx, order)).includes(staffId)) throw new Refusal(hotlineErrors.colleagueUnfit, {}, [{ pointer: '/staffId', code: hotlineErrors.colleagueUnfit.code }])
    await tellStaff(ctx, { staffId, matterId: id }, 'duty-passed', { number })
    return { to: state as OrderState, detail: { from: order.firstContact, firstContact: staffId }, change: { first_contact: staffId }, note: { text: reason } }
  },
})
