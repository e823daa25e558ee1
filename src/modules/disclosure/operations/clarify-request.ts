import { z } from 'zod'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import { issueLetter, unitOf } from '../issue-letter.ts'
import { recordIndexOf } from '../record-index.ts'
import { limitOn } from '#kernel/time/dated-limits.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { defineRequestCommand } from '../request-command.ts'
import { answerClock, done } from '../rules/clocks.ts'
import { RequestNumber, WantedRecord } from '../schema.ts'
import { dueOfClock, officerTask, taskNames } from '../tasks.ts'
import { dueText, tellApplicant, tellUnit } from '../tell.ts'

/** The applicant, or the officer from a letter, says what was meant; the time for the answer starts again on the day this is received (art. 30, O-05). */
export const clarifyRequest = defineRequestCommand({
  name: 'disclosure.clarify-request',
  command: 'clarify',
  summary: 'Makes an application clear; its time starts again',
  input: z.object({ number: RequestNumber, record: WantedRecord }),
  example: { record: { title: '某某路农贸市场升级改造竣工验收意见', docNo: '花市监验〔2025〕8号' } },
  async effect(ctx, { request }, { record }) {
    const { matter, applicantId } = request
    const { vault } = ctx.services
    const today = dayOf(ctx.now)
    const unitId = unitOf(request)
    const clock = answerClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now }, { receivedOn: today, extended: request.extendedAt !== null })
    const clocks = { ...matter, timers: afterStep(matter.timers, [clock]) }
    const due = dueOfClock(ctx, { ...matter, timers: [clock] }, 'answer')
    const sealedRecord = await vault.seal(ctx.db, applicantId, record)
    const { limit, source } = limitOn('disclosure.answer', today)
    await issueLetter(ctx, { ...request, sealedRecord, receivedOn: today }, 'receipt', { limitDays: limit.value, dueOn: due?.dueDay, legalBasis: source })
    await tellApplicant(ctx, { ...request, matterId: matter.id }, 'request-received', { number: matter.number, day: today, due: dueText(due) })
    await tellUnit(ctx, { unitId, role: 'disclosureOfficer', matterId: matter.id }, 'request-to-handle', { number: matter.number, day: dueText(due) })
    return {
      to: 'handling',
      detail: { clarifiedOn: today },
      timers: [...done(matter.timers, ['clarify'], ctx.now), clock],
      endTasks: [taskNames.handle],
      assign: [officerTask(ctx, unitId, clocks)],
      change: { clarified_on: today, clock_from: today, sealed_record: sealedRecord, record_index: recordIndexOf(vault, record) },
    }
  },
})
