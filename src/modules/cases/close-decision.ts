import type { Caller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { openClocks } from '#kernel/time/open-clocks.ts'
import { type Timer, voidTimer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { taskOf } from './dispatch.ts'
import { issueResult, reserveResult } from './grant.ts'
import { type DocumentOrder, issueCaseDocument } from './issue-document.ts'
import type { CommandResult } from './operations/case-command.ts'
import { recordCaseStep } from './record-step.ts'
import { countedClocks, finished } from './rules/clock-changes.ts'
import { clockNames, lawAndArticle, openClock, simpleClock } from './rules/clocks.ts'
import type { DecisionInput } from './rules/decision.ts'
import { closedOnTime } from './rules/on-time.ts'
import { applied } from './rules/legal-limits.ts'
import { closingSignatures } from './rules/signatures.ts'
import { caseSettings } from './settings.ts'
import { noteServed } from './note-served.ts'
import type { CaseRecord } from './store/cases.ts'
import { finishStep } from './store/steps.ts'
import { tellParties } from './tell-parties.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

export interface Closing extends DecisionInput {
  readonly command: 'decide' | 'deem-renewed'
  readonly conditions?: string | undefined
  readonly actor?: Caller
}

/** Ends the decision: document and certificate, clocks satisfied, delivery owed within ten working days (行政许可法 art. 44; C-07), pledge to be verified (C-19). */
export async function closeDecision(ctx: Ctx, record: CaseRecord, item: ItemVersion, closing: Closing): Promise<CommandResult> {
  const approved = closing.result === 'approve'
  const form = (await ctx.services.vault.open<Record<string, unknown>>(ctx.db, record.detail.applicant_id, record.detail.sealed_form)) ?? {}
  if (approved) await reserveResult(ctx, record, item)
  const document = await issueCaseDocument(ctx, record, decisionOrder(item, closing))
  const certificate = approved ? await issueResult(ctx, record, item, form) : null
  const approval = record.steps.find((step) => step.kind === 'APPROVE')
  const deciderId = ctx.caller.kind === 'staff' ? ctx.caller.id : null
  if (approval !== undefined) await finishStep(ctx.db, record.matter.id, { key: approval.key, opinion: approved ? 'agree' : 'disagree', sealedText: null, checkedBy: deciderId === null ? [] : [deciderId], by: deciderId, at: ctx.now })

  const outcome = approved ? 'approved' : 'refused'
  const ended = endedClocks(ctx, record)
  const onTime = closedOnTime(ended, ctx.services.legalCalendar.of(record.matter), ctx.now) ?? null
  const signatures = deciderId === null ? [] : closingSignatures(record.steps, record.matter.leadUnitId ?? item.department, deciderId)
  const changed = await recordCaseStep(ctx, record, {
    command: closing.command,
    to: 'decided',
    outcome,
    ...(closing.actor && { actor: closing.actor }),
    timers: [...ended, ...startedClocks(ctx, record, item, approved)],
    endTasks: record.steps.map((step) => taskOf(step.key)),
    assign: [{ task: 'issue', unitId: record.matter.leadUnitId ?? item.department, role: 'approver', personId: deciderId ?? undefined }],
    detail: { outcome, document: document.number, certificate, onTime, overruled: closing.overruling !== undefined, signatures },
    change: { decided_at: ctx.now, decider_id: deciderId, certificate_identifier: certificate, on_time: onTime },
  })
  await noteServed(ctx, changed, item, 'close')
  await tellParties(ctx, changed, outcome)
  ctx.publish('cases.case-decided', { matterId: record.matter.id, number: record.matter.number, outcome })
  ctx.publish('cases.case-closed', { matterId: record.matter.id, number: record.matter.number })
  return { record: { ...changed, steps: record.steps.map((step) => ({ ...step, state: 'done' as const })) }, documents: [document] }
}

function decisionOrder(item: ItemVersion, closing: Closing): DocumentOrder {
  const basis = item.legalBasis[0]
  const specialBasis = basis === undefined ? texts.legal.permit : lawAndArticle(basis)
  if (closing.result === 'refuse') return { kind: 'refusal', item, data: { specialBasis, reasons: closing.reasons.map((reason) => ({ reason })) } }
  return {
    kind: 'approval',
    item,
    data: { specialBasis, content: item.name, ...(closing.conditions !== undefined && { conditions: closing.conditions }), ...(item.result.name !== null && { certificateName: item.result.name }) },
  }
}

/** The decision ends every clock: those of the decision, the steps and the renewal got what they asked for; what the applicant still owed is owed no more. */
function endedClocks(ctx: Ctx, { matter }: CaseRecord): readonly Timer[] {
  const answered = [...countedClocks(matter.timers), ...[clockNames.renewalExpiry, clockNames.pledgeDecision].flatMap((name) => openClock(matter.timers, name) ?? [])]
  const moot = openClocks(matter.timers).filter((timer) => !answered.includes(timer))
  return [...answered.map((timer) => finished(timer, ctx.now, matter.leadUnitId ?? '')), ...moot.map((timer) => must(voidTimer(timer, ctx.now, 'decided')))]
}

function startedClocks(ctx: Ctx, record: CaseRecord, item: ItemVersion, approved: boolean): readonly Timer[] {
  const party = { kind: 'unit', id: record.matter.leadUnitId ?? item.department } as const
  const id = (): string => newId(ctx.now.getTime())
  const rules = settingsAt(ctx, caseSettings)
  const { limit: budget, legalReference } = applied('delivery', rules.delivery, ctx.now)
  const delivery = simpleClock({ id: id(), name: clockNames.delivery, purpose: 'legal', budget, anchorAt: ctx.now, party, legalReference })
  if (!approved || !record.detail.pledge) return [delivery]
  return [delivery, simpleClock({ id: id(), name: clockNames.pledgeVerification, purpose: 'internal', budget: rules.pledgeVerification, anchorAt: ctx.now, party })]
}
