import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { TimeLimit } from '#kernel/time/limits.ts'
import { dueOf, extend, type Timer } from '#kernel/time/timer.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { caseErrors } from '../errors.ts'
import { mustBeHead } from '../must-be-head.ts'
import { itemOf } from '../item-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { recordCaseStep } from '../record-step.ts'
import { changeTogether } from '../rules/clock-changes.ts'
import { clockNames, openClock, openDecisionClocks } from '../rules/clocks.ts'
import { dueText, tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/**
 * Extends the limit once, by the head of the deciding authority or who acts for him, in joint handling by the head of the
 * government, with a reason that the applicant is told (行政许可法 art. 42; C-04, C-05).
 */
export const extendCase = defineCaseCommand({
  name: 'cases.extend-case',
  command: 'extend',
  summary: 'Extends the decision limit once, within what the law allows, with a reason',
  fields: { by: TimeLimit, reason: z.string().min(1).max(500) },
  refusals: [caseErrors.notHead],
  example: { by: { value: 10, unit: 'WORKING_DAY' }, reason: '案情复杂，需要进一步核实' },
  async run(ctx, record, { by, reason }) {
    const item = await itemOf(ctx, record)
    const rank = await rankOfCaller()
    const staffId = ctx.caller.kind === 'staff' ? ctx.caller.id : ''
    const timers = must(changeTogether(openDecisionClocks(record.matter.timers), (timer) => extend(timer, ctx.services.legalCalendar.of(record.matter), { by, grantedAt: ctx.now, approver: { id: staffId, rank }, reason })))
    const before = dayOfDue(openClock(record.matter.timers, clockNames.legalDecision) ?? openDecisionClocks(record.matter.timers)[0])
    const after = dayOfDue(timers[0])
    const document = await issueCaseDocument(ctx, record, { kind: 'extensionNotice', item, data: { dueOn: before.day, newDueOn: after.day, provisional: after.provisional ? after.day : undefined, reason, extendedDays: by.value, ...(await governmentName()) } })
    const changed = await recordCaseStep(ctx, record, { command: 'extend', to: 'inReview', timers, detail: { by, approver: staffId, rank, document: document.number } })
    await tellParties(ctx, changed, 'extended', { due: dueText(after.day, after.provisional) })
    return { record: changed, documents: [document] }

    function dayOfDue(timer: Timer | undefined): { readonly day: Day; readonly provisional: boolean } {
      const due = timer && dueOf(timer, ctx.services.legalCalendar.of(record.matter))
      return due === undefined || due.stopped ? { day: dayOf(ctx.now), provisional: false } : { day: due.dueDay, provisional: due.provisional }
    }

    async function governmentName(): Promise<{ readonly government?: string }> {
      const { government_id: unitId } = record.detail
      return unitId === null ? {} : { government: (await getUnit(ctx.db, unitId)).name }
    }

    async function rankOfCaller(): Promise<string> {
      const government = record.detail.government_id
      const rank = await mustBeHead(ctx, government ?? record.matter.leadUnitId ?? item.department, 'extendLimit')
      return government === null ? rank : 'governmentHead'
    }
  },
})
