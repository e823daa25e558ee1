import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { must } from '#kernel/errors/refusal.ts'
import { listEvidence } from '#kernel/evidence/evidence.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { closeDecision } from '../close-decision.ts'
import { readAhead } from '../read-ahead.ts'
import { checkDecision, checkOrder, checkSeparation } from '../rules/decision.ts'
import { isOwed } from '../rules/gap.ts'
import { type CaseRecord, findEarlierAccepted } from '../store/cases.ts'
import { defineCaseCommand } from './case-command.ts'

/** The approver decides when every opinion is in: grant or refusal, never by the one who accepted (C-12, C-14, C-15, C-29). */
export const decideCase = defineCaseCommand({
  name: 'cases.decide-case',
  command: 'decide',
  summary: 'Decides the case; a granted certificate is issued in the same transaction',
  fields: {
    result: z.enum(['approve', 'refuse']),
    reasons: z.array(z.string().min(1).max(500)).max(20).default([]),
    overruling: z.string().max(500).optional(),
    conditions: z.string().max(1000).optional(),
  },
  refusals: [caseErrors.reviewsOpen, caseErrors.reasonsMissing, caseErrors.gapsOpen, caseErrors.opinionAgainst, caseErrors.acceptorMayNotDecide, caseErrors.orderOfAcceptance],
  example: { result: 'approve' },
  async run(ctx, record, input) {
    const item = await itemOf(ctx, record)
    const [evidence] = await sideBySide([listEvidence(ctx.db, record.matter.id), readAhead(ctx, { applicantId: record.detail.applicant_id, unitId: record.matter.leadUnitId ?? undefined, certificateType: item.result.certificateType })])
    const owed = evidence.filter(isOwed).map((one) => one.requirement)
    must(checkDecision(record.steps, input, owed))
    if (ctx.caller.kind === 'staff') must(checkSeparation(record.detail.acceptor_id, ctx.caller.id))
    if (input.result === 'approve' && item.quantityLimit !== null) must(checkOrder(await earlierOf(ctx, record)))
    return closeDecision(ctx, record, item, { ...input, command: 'decide' })
  },
})

async function earlierOf(ctx: Ctx, record: CaseRecord): Promise<string | undefined> {
  const { accepted_at: acceptedAt, implement_code: code } = record.detail
  return acceptedAt === null ? undefined : findEarlierAccepted(ctx.db, code, { acceptedAt, number: record.matter.number })
}
