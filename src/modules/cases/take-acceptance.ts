import type { Caller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { type Evidence, judgeEvidence } from '#kernel/evidence/evidence.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { addCalendarDays, dayOf } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { findCertificate } from '#modules/certificates/index.ts'
import { dispatchNext } from './dispatch.ts'
import { type DocumentOrder, issueCaseDocument } from './issue-document.ts'
import { materialRowsOfEvidence } from './material-rows.ts'
import type { CommandResult } from './operations/case-command.ts'
import { recordCaseStep } from './record-step.ts'
import { clockNames, decisionClocks, done, simpleClock } from './rules/clocks.ts'
import { gapClock, isGap, type OwedMaterial, owedMaterials } from './rules/gap.ts'
import { renewalClock } from './rules/renewal.ts'
import { isJoint } from './rules/route.ts'
import { caseSettings } from './settings.ts'
import type { CaseRecord } from './store/cases.ts'
import { tellParties } from './tell-parties.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

export interface Acceptance {
  readonly command: 'accept' | 'deem-accepted'
  /** The instant from which the decision is due: now, or the receipt when the law accepts (C-01). */
  readonly at: Date
  readonly acceptorId: string | null
  readonly actor?: Caller
  /** What stands for each material now. */
  readonly evidence: readonly Evidence[]
}

/**
 * Takes a case into review: the acceptance clocks end and the decision clocks start at one instant for all units (C-22), the
 * first steps are drawn, the voucher is issued in the same transaction (C-03), gaps get their own clock (C-18).
 */
export async function takeAcceptance(ctx: Ctx, record: CaseRecord, item: ItemVersion, acceptance: Acceptance): Promise<CommandResult> {
  const { matter } = record
  const { evidence } = acceptance
  const owed = owedMaterials(item.materials, evidence.filter(isGap).map((one) => one.requirement), { calendar: ctx.services.legalCalendar.of(matter), acceptedAt: ctx.now, within: settingsAt(ctx, caseSettings).gap })
  const ended = done(matter.timers, [clockNames.acceptanceNotice, clockNames.preReview, clockNames.forwarding], ctx.now)
  const started = await clocksOfAcceptance(ctx, record, item, { at: acceptance.at, owed })
  const accepted: CaseRecord = { ...record, matter: withTimers(matter, [...ended, ...started]), detail: { ...record.detail, accepted_at: acceptance.at, acceptor_id: acceptance.acceptorId } }

  const documents = [await issueCaseDocument(ctx, accepted, { kind: 'acceptanceVoucher', item, data: { ...voucherDays(ctx, matter, started), materials: materialRowsOfEvidence(item, evidence) } })]
  if (owed.length > 0) documents.push(await issueCaseDocument(ctx, accepted, gapCommitmentOrder(item, owed)))
  await judgeEvidence(ctx.db, matter.id, { requirements: evidence.filter((one) => one.state === 'submitted').map((one) => one.requirement), state: 'accepted', at: ctx.now })
  const dispatched = await dispatchNext(ctx, accepted, item)
  const changed = await recordCaseStep(ctx, record, {
    command: acceptance.command,
    to: 'inReview',
    ...(acceptance.actor && { actor: acceptance.actor }),
    timers: [...ended, ...started, ...dispatched.timers],
    endTasks: ['accept'],
    assign: dispatched.assign,
    detail: { acceptedAt: acceptance.at.toISOString(), voucher: documents[0]?.number, owed: owed.map(({ key, due }) => ({ material: key, dueOn: due.day })), draws: dispatched.draws },
    change: { accepted_at: acceptance.at, acceptor_id: acceptance.acceptorId },
  })
  await tellParties(ctx, changed, 'accepted')
  ctx.publish('cases.case-accepted', { matterId: matter.id, number: matter.number })
  return { record: { ...changed, steps: dispatched.steps }, documents }
}

/**
 * The clocks that start with acceptance: the decision's; for a renewal filed in time the one that ends when the old certificate
 * expires (C-13); for a pledge the same day's (C-19); for gaps the applicant's (C-18).
 */
async function clocksOfAcceptance(ctx: Ctx, record: CaseRecord, item: ItemVersion, from: { readonly at: Date; readonly owed: readonly OwedMaterial[] }): Promise<readonly Timer[]> {
  const { detail } = record
  const party = { kind: 'unit', id: item.department } as const
  const id = (): string => newId(ctx.now.getTime())
  const rules = settingsAt(ctx, caseSettings)
  const decision = decisionClocks({ ids: id, acceptedAt: from.at, party }, { ...item, joint: isJoint(record.steps) }, rules)
  const certificate = detail.renews === null || detail.late_renewal ? undefined : await findCertificate(ctx.db, detail.renews)
  const renewal = certificate === undefined || certificate.validTo === null ? [] : renewalClock(id(), from.at, certificate.validTo)
  const pledge = detail.pledge ? [simpleClock({ id: id(), name: clockNames.pledgeDecision, purpose: 'internal', budget: rules.pledgeDecision, anchorAt: from.at, party })] : []
  return [...decision, ...renewal, ...pledge, ...gapClock(id(), from.owed, ctx.now)]
}

function withTimers(matter: Matter, changed: readonly Timer[]): Matter {
  const ids = new Set(changed.map((timer) => timer.id))
  return { ...matter, timers: [...matter.timers.filter((timer) => !ids.has(timer.id)), ...changed] }
}

/** The voucher's days: counting begins the day after; promise and law side by side, the law's only where there is one. */
function voucherDays(ctx: Ctx, matter: Matter, clocks: readonly Timer[]): Record<string, string | number | undefined> {
  const day = (name: string): { readonly budget: number; readonly dueOn: string; readonly provisional: boolean } | undefined => {
    const timer = clocks.find((candidate) => candidate.name === name)
    if (timer === undefined) return undefined
    const due = dueOf(timer, ctx.services.legalCalendar.of(matter))
    return due.stopped ? undefined : { budget: timer.budget.value, dueOn: due.dueDay, provisional: due.provisional }
  }
  const promised = day(clockNames.promisedDecision)
  const legal = day(clockNames.legalDecision)
  return {
    countedFrom: addCalendarDays(dayOf(clocks[0]?.anchorAt ?? ctx.now), 1),
    promisedDays: promised?.budget,
    promisedDueOn: promised?.dueOn,
    legalDays: legal?.budget ?? promised?.budget,
    legalDueOn: legal?.dueOn ?? promised?.dueOn,
    provisional: [promised, legal].find((each) => each?.provisional)?.dueOn,
  }
}

function gapCommitmentOrder(item: ItemVersion, owed: readonly OwedMaterial[]): DocumentOrder {
  return { kind: 'gapCommitment', item, data: { legalBasis: texts.gapBasis, missingMaterials: owed.map(({ name, due }) => ({ name, dueOn: due.day })), provisional: owed.find(({ due }) => due.provisional)?.due.day } }
}
