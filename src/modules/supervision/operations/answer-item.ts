import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { supervisionErrors } from '../errors.ts'
import { openingLifecycle } from '../lifecycle.ts'
import { sealOwn } from '../notes.ts'
import { openFinding } from '../open-finding.ts'
import { reachOpening, ShownOpening, shownOpening } from '../opening-view.ts'
import { done } from '../rules/clocks.ts'
import { FINDING_GRADES, Note, OpeningNumber, VIOLATIONS } from '../schema.ts'
import { answerItem as storeAnswer } from '../store/boxes.ts'
import { answerTask } from './record-opening.ts'

/** The reply to one item (S-14); what proved true against a unit enters the register (S-13). */
export const answerItem = defineOperation({
  name: 'supervision.answer-item',
  summary: 'Replies to one item of a suggestion box; what proved true may enter the register of findings',
  kind: 'command',
  http: { method: 'POST', path: '/box-openings/{number}/answer-item' },
  access: { permission: openingLifecycle.commands['answer-item'].permission },
  input: z.object({
    number: OpeningNumber,
    place: z.coerce.number().int().min(1).max(50),
    reply: Note,
    finding: z.object({ grade: z.enum(FINDING_GRADES), violation: z.enum(VIOLATIONS) }).optional(),
  }),
  output: ShownOpening,
  refusals: [supervisionErrors.openingUnknown, supervisionErrors.itemUnknown, supervisionErrors.itemAnswered, lifecycleRefusals.commandNotAllowed],
  examples: [{ summary: 'A suggestion that is taken up', input: { number: 'KX202609070001', place: 1, reply: '已采纳，本月内安装到位。' } }],
  async run(ctx, { number, place, reply, finding }) {
    const { matter, items } = await reachOpening(ctx, number, true)
    mustBeAllowed(openingLifecycle, matter.state, 'answer-item')
    const item = items.find((one) => one.place === place)
    if (item === undefined || (finding !== undefined && item.unitId === null)) throw new Refusal(supervisionErrors.itemUnknown, { place })
    if (item.repliedAt !== null) throw new Refusal(supervisionErrors.itemAnswered, { place })
    await storeAnswer(ctx.db, item.id, { sealed: sealOwn(ctx, reply), at: ctx.now })
    const last = items.every((one) => one.place === place || one.repliedAt !== null)
    await recordStep(ctx, openingLifecycle, matter, {
      command: 'answer-item',
      to: last ? 'answered' : 'opened',
      detail: { place, found: finding !== undefined },
      ...(last && { outcome: 'answered', timers: done(matter.timers, 'answerBox', ctx.now), endTasks: [answerTask] }),
    })
    if (finding !== undefined && item.unitId !== null) await openFinding(ctx, { ...finding, source: 'suggestionBox', unitId: item.unitId, evidence: [{ kind: 'boxItem', reference: `${number}/${place}` }] })
    return shownOpening(ctx, await reachOpening(ctx, number, false))
  },
})
