import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { must } from '#kernel/errors/refusal.ts'
import { judgeEvidence, listEvidence } from '#kernel/evidence/evidence.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import { checklistOf, itemOf } from '../item-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, done, simpleClock } from '../rules/clocks.ts'
import { checkDefects, checkOneTime } from '../rules/correction.ts'
import { checkNotAskedTwice } from '../rules/reuse.ts'
import { Defect } from '../schema.ts'
import { caseSettings } from '../settings.ts'
import { noteServed } from '../note-served.ts'
import { insertNotice, insertViolation } from '../store/notices.ts'
import { tellParties } from '../tell-parties.ts'
import { verifiedBefore } from '../verified-before.ts'
import { defineCaseCommand } from './case-command.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

/** The one-time notice: all defects at once, each a standard of the published checklist; a second notice of an old defect is refused and recorded (C-02). */
export const requestCorrection = defineCaseCommand({
  name: 'cases.request-correction',
  command: 'request-correction',
  summary: 'Tells the applicant once and in full what must be corrected',
  fields: { defects: z.array(Defect).min(1).max(100) },
  refusals: [caseErrors.defectNotInStandard, caseErrors.defectExistedBefore, caseErrors.materialAskedTwice, caseErrors.paperNotRequired],
  example: { defects: [{ material: 'm4', standard: 0 }] },
  async run(ctx, record, { defects }) {
    const item = await itemOf(ctx, record)
    const verified = await verifiedBefore(ctx, { id: record.matter.id, subjectId: record.detail.applicant_id, placeIndex: record.detail.place_index })
    const lines = checklistOf(item, record, [...verified.keys()])
    must(checkDefects(lines.map((line) => line.material), defects))
    must(checkNotAskedTwice(lines, defects, await listEvidence(ctx.db, record.matter.id)))
    const supplied = record.notices.flatMap((notice) => notice.supplied ?? [])
    const once = checkOneTime(record.notices.flatMap((notice) => notice.defects), supplied, defects)
    if (!once.ok) {
      ctx.afterRefusal((db) => insertViolation(db, { id: newId(ctx.now.getTime()), caseId: record.matter.id, kind: 'repeated-correction', at: ctx.now, actor: actorOf(ctx.caller), detail: once.refusal.details }))
    }
    must(once)

    const round = record.notices.length + 1
    await insertNotice(ctx.db, record.matter.id, { round, defects }, ctx.now)
    await judgeEvidence(ctx.db, record.matter.id, { requirements: defects.map((defect) => defect.material), state: 'defective', at: ctx.now })
    const correction = simpleClock({ id: newId(ctx.now.getTime()), name: clockNames.correction, purpose: 'internal', budget: settingsAt(ctx, caseSettings).correction, anchorAt: ctx.now, party: { kind: 'applicant' } })
    const ended = done(record.matter.timers, [clockNames.acceptanceNotice, clockNames.preReview], ctx.now)
    const due = dueOf(correction, ctx.services.legalCalendar.of(record.matter))
    const rows = defects.map((defect) => {
      const material = lines.find((line) => line.material.key === defect.material)?.material
      const standard = defect.standard === null ? undefined : material?.acceptanceStandards[defect.standard]
      return { material: material?.name ?? defect.material, defect: standard?.question ?? texts.defects.missing, correction: defect.note || (standard?.otherwise ?? texts.defects.supply) }
    })
    const document = await issueCaseDocument(ctx, record, { kind: 'oneTimeNotice', item, data: { defects: rows, correctBy: due.stopped ? '' : due.dueDay, provisional: due.provisional ? due.dueDay : undefined } })
    const changed = await recordCaseStep(ctx, record, {
      command: 'request-correction',
      to: 'correctionRequested',
      timers: [...ended, correction],
      endTasks: ['accept'],
      detail: { round, defects: defects.map(({ material, standard }) => ({ material, standard })), notice: document.number },
    })
    await noteServed(ctx, changed, item, 'consult')
    await tellParties(ctx, changed, 'correctionRequested')
    return { record: { ...changed, notices: [...record.notices, { round, defects, supplied: null }] }, documents: [document] }
  },
})
