import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { getOffice, getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand } from '../order-command.ts'
import { arbitrationClock, done } from '../rules/clocks.ts'
import { checkReturn } from '../rules/handling.ts'
import { Key, Note, OrderNumber, ReturnGround } from '../schema.ts'
import { insertReturnClaim } from '../store/returns.ts'
import { dueOfClock, officeTask, taskNames } from '../tasks.ts'
import { tellUnit } from '../tell-caller.ts'
import { hotlineSettings } from '../settings.ts'

/** A return is no act but a claim, with the rule it rests on and with evidence; until it is decided the unit stays responsible (H-04). */
export const claimReturn = defineOrderCommand({
  name: 'hotline.claim-return',
  command: 'claim-return',
  summary: 'Claims soon after dispatch that an order is not the unit’s duty, with the rule and the evidence for it',
  input: z.object({
    number: OrderNumber,
    ground: ReturnGround.default('notOurDuty'),
    /** The entry of the duty list, or the article. */
    basis: Note,
    /** The words of that entry or article; needed when there is no file. */
    quote: Note.optional(),
    fileIds: z.array(z.uuid()).max(5).default([]),
    suggestedUnitId: Key.optional(),
  }),
  refusals: [hotlineErrors.returnTooLate, hotlineErrors.evidenceMissing, hotlineErrors.designated, organisationErrors.unitUnknown, fileErrors.notFound],
  example: { basis: '权责清单第12项', quote: '市容环境卫生的监督管理，由城市管理部门负责。', suggestedUnitId: 'chengshi-guanli' },
  async effect(ctx, { order }, { ground, basis, quote, fileIds, suggestedUnitId }) {
    const { id, number, timers, leadUnitId } = order.matter
    must(checkReturn({ dueAt: dueOfClock(ctx, order.matter, 'return')?.dueAt, now: ctx.now, files: fileIds.length, quote }))
    if (suggestedUnitId !== undefined) await getUnit(ctx.db, suggestedUnitId)
    const files = await claimFiles(ctx, fileIds)
    const office = await getOffice(ctx.db)
    const claimId = newId(ctx.now.getTime())
    await addEvidence(ctx.db, id, files.map((file, place) => ({ id: newId(ctx.now.getTime()), requirement: `return-${claimId}-${place + 1}`, source: 'upload', fileId: file.id, provenance: { claimId }, providedAt: ctx.now })))
    await insertReturnClaim(ctx.db, { id: claimId, order_id: id, unit_id: leadUnitId ?? office.id, ground, basis, quote: quote ?? null, file_ids: files.map((file) => file.id), suggested_unit_id: suggestedUnitId ?? null, category: order.category ?? 'other', claimed_at: ctx.now })
    await tellUnit(ctx, { unitId: office.id, role: 'hotlineLead', matterId: id }, 'return-claimed', { number })
    const clock = arbitrationClock({ id: newId(ctx.now.getTime()), unitId: office.id, at: ctx.now, rules: settingsAt(ctx, hotlineSettings) })
    return {
      to: 'returnClaimed',
      detail: { claimId, ground, suggestedUnitId: suggestedUnitId ?? null },
      timers: [...done(timers, 'return', ctx.now), clock],
      endTasks: [taskNames.handle],
      assign: [await officeTask(ctx, 'arbitrate', { ...order.matter, timers: [clock] }, 'arbitrate')],
      change: { returns: order.returns + 1 },
    }
  },
})
