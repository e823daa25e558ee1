import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { satisfy } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { caseErrors } from '../errors.ts'
import { offeredEvidence } from '../evidence-of.ts'
import { checklistOf, itemOf } from '../item-of.ts'
import { recordCaseStep } from '../record-step.ts'
import { acceptanceNoticeLimit, clockNames, openClock, simpleClock } from '../rules/clocks.ts'
import { checkCorrection } from '../rules/correction.ts'
import { OfferedMaterial } from '../schema.ts'
import { caseSettings } from '../settings.ts'
import { noteServed } from '../note-served.ts'
import { noteVisit } from '../visit.ts'
import { answerNotice } from '../store/notices.ts'
import { defineCaseCommand } from './case-command.ts'

/** The applicant answers the notice in one go; the office's time to accept begins anew with the corrected papers. */
export const correctCase = defineCaseCommand({
  name: 'cases.correct-case',
  command: 'correct',
  summary: 'Supplies everything that the one-time notice asked for',
  fields: { materials: z.array(OfferedMaterial).min(1).max(100) },
  refusals: [caseErrors.correctionIncomplete, caseErrors.unknownMaterial, caseErrors.fileNotYours, caseErrors.certificateOfOtherType],
  example: { materials: [{ material: 'm4', by: 'paper', copies: 1 }] },
  async run(ctx, record, { materials }) {
    const notice = record.notices.at(-1)
    const supplied = materials.map((offer) => offer.material)
    must(checkCorrection(notice?.defects ?? [], supplied))
    const item = await itemOf(ctx, record)
    await addEvidence(ctx.db, record.matter.id, await offeredEvidence(ctx, { matterId: record.matter.id, holderId: record.detail.applicant_id }, checklistOf(item, record), materials))
    await answerNotice(ctx.db, record.matter.id, { round: notice?.round ?? 1, supplied, at: ctx.now })
    const office = await getOffice(ctx.db)
    const limit = acceptanceNoticeLimit(item, settingsAt(ctx, caseSettings), ctx.now)
    const correction = openClock(record.matter.timers, clockNames.correction)
    const changed = await recordCaseStep(ctx, record, {
      command: 'correct',
      to: 'corrected',
      timers: [
        ...(correction ? [must(satisfy(correction, ctx.now))] : []),
        simpleClock({ id: newId(ctx.now.getTime()), name: clockNames.acceptanceNotice, purpose: 'legal', budget: limit.limit, anchorAt: ctx.now, party: { kind: 'unit', id: office.id }, legalReference: limit.legalReference }),
      ],
      assign: [{ task: 'accept', unitId: office.id, role: 'windowClerk' }],
      detail: { round: notice?.round, supplied },
      change: { received_at: ctx.now },
    })
    if (ctx.caller.kind === 'staff') await noteVisit(ctx, changed, item, 'correct')
    await noteServed(ctx, changed, item, 'correct')
    return { record: { ...changed, notices: record.notices.map((one) => (one.round === notice?.round ? { ...one, supplied } : one)) }, documents: [] }
  },
})
