import { z } from 'zod'
import { defineOrderCommand } from '../order-command.ts'
import type { OrderState } from '../lifecycle.ts'
import { Note, OrderNumber } from '../schema.ts'
import { tellUnit } from '../tell-caller.ts'

/** The caller asks again about his order: it is noted there, and whoever handles it knows (H-09). */
export const addContact = defineOrderCommand({
  name: 'hotline.add-contact',
  command: 'add-contact',
  summary: 'Notes on an open order that the caller got in touch again, and whether there are new facts',
  input: z.object({ number: OrderNumber, text: Note, newFacts: z.stringbool().or(z.boolean()).default(false) }),
  example: { text: '来电催问，昨晚仍在施工。', newFacts: true },
  async effect(ctx, { order }, { text, newFacts }) {
    const { id, number, state, leadUnitId } = order.matter
    if (order.dispatchedAt !== null && leadUnitId !== null) await tellUnit(ctx, { unitId: leadUnitId, role: 'reviewer', matterId: id }, 'caller-asked-again', { number })
    return { to: state as OrderState, detail: { newFacts }, note: { text, byCaller: true } }
  },
})
