import { z } from 'zod'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { listEvidence } from '#kernel/evidence/evidence.ts'
import { readEligible } from '../dispatch.ts'
import { caseErrors } from '../errors.ts'
import { itemOf, checklistOf } from '../item-of.ts'
import { readAhead } from '../read-ahead.ts'
import { checkChecklist, checkComplete, checkNothingDefective } from '../rules/checklist.ts'
import { stepsToOpen } from '../rules/route.ts'
import { takeAcceptance } from '../take-acceptance.ts'
import { verifiedBefore } from '../verified-before.ts'
import { defineCaseCommand } from './case-command.ts'

/** The window accepts: every required material in or seen by the clerk, every decidable standard answered yes, the voucher issued, the back office drawn (C-03, C-15). */
export const acceptCase = defineCaseCommand({
  name: 'cases.accept-case',
  command: 'accept',
  summary: 'Accepts a case after the checklist was answered; issues the voucher and dispatches the review',
  fields: {
    /** Materials whose standards the clerk answered with yes; left out: all of them. */
    checked: z.array(z.string().max(60)).max(100).optional(),
  },
  refusals: [caseErrors.checklistOpen, caseErrors.materialMissing, caseErrors.nobodyEligible, caseErrors.notForwarded],
  example: {},
  async run(ctx, record, { checked }) {
    const [item, evidence] = await sideBySide([itemOf(ctx, record), listEvidence(ctx.db, record.matter.id), readAhead(ctx, { applicantId: record.detail.applicant_id }), readEligible(ctx, stepsToOpen(record.steps))])
    if (record.detail.cross_region && record.detail.forwarded_at === null) throw new Refusal(caseErrors.notForwarded)
    must(checkNothingDefective(evidence.filter((one) => one.state === 'defective').map((one) => one.requirement)))
    must(checkComplete(checklistOf(item, record), [...evidence.map((one) => one.requirement), ...(checked ?? [])]))
    if (checked !== undefined) {
      const verified = await verifiedBefore(ctx, { id: record.matter.id, subjectId: record.detail.applicant_id, placeIndex: record.detail.place_index })
      must(checkChecklist(checklistOf(item, record, [...verified.keys()]), checked))
    }
    return takeAcceptance(ctx, record, item, { command: 'accept', at: ctx.now, acceptorId: ctx.caller.kind === 'staff' ? ctx.caller.id : null, evidence })
  },
})
