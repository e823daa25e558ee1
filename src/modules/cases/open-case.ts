import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { caseNumber } from '#kernel/ids/case-number.ts'
import type { ImplementCode } from '#kernel/ids/item-codes.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber, reserveNumber } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { Timer } from '#kernel/time/timer.ts'
import { conditionHolds, type ItemVersion } from '#modules/catalogue/index.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { phoneIndexOf } from '#modules/subjects/index.ts'
import type { Application } from './application.ts'
import { declarationInLedger, type KeptDeclaration } from './declaration.ts'
import { numberPrefixOf } from './issue-document.ts'
import { queryCodeIndex } from '#kernel/matter/query-code.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { acceptanceNoticeLimit, clockNames, simpleClock } from './rules/clocks.ts'
import { publishedFees } from './rules/fees.ts'
import { isJoint, stepsOf } from './rules/route.ts'
import type { SubmitCaseInput } from './schema.ts'
import { caseSettings } from './settings.ts'
import { type CaseDetail, type CaseRecord, insertCase, type NewCase } from './store/cases.ts'
import { insertSteps } from './store/steps.ts'

export interface Opening {
  readonly input: SubmitCaseInput
  readonly item: ItemVersion
  readonly itemVersionId: string
  readonly application: Application
  readonly declaration: KeptDeclaration
  readonly queryCode: string
  /** Blind index of the place that the application is about. */
  readonly placeIndex: string | null
  readonly lateRenewal: boolean
}

/** The clocks that run from receipt: the notice of acceptance (C-01), pre-review of an online application (C-21), forwarding to another region (C-34). */
function clocksOfReceipt(ctx: Ctx, opening: Opening, officeId: string): readonly Timer[] {
  const { item, application } = opening
  const party = { kind: 'unit', id: officeId } as const
  const id = (): string => newId(ctx.now.getTime())
  const rules = settingsAt(ctx, caseSettings)
  const notice = acceptanceNoticeLimit(item, rules, ctx.now)
  const clocks = [simpleClock({ id: id(), name: clockNames.acceptanceNotice, purpose: 'legal', budget: notice.limit, anchorAt: ctx.now, party, legalReference: notice.legalReference })]
  if (application.channel === 'online' || application.channel === 'mobile') {
    clocks.push(simpleClock({ id: id(), name: clockNames.preReview, purpose: 'internal', budget: rules.preReview, anchorAt: ctx.now, party }))
  }
  if (application.crossRegion) clocks.push(simpleClock({ id: id(), name: clockNames.forwarding, purpose: 'internal', budget: rules.forwarding, anchorAt: ctx.now, party }))
  return clocks
}

/** Opens the case: number (and that of its receipt, in one trip), matter with its first ledger event, clocks, the office's task to accept it, detail and route. */
export async function openCase(ctx: Ctx, opening: Opening): Promise<CaseRecord> {
  const { input, item, itemVersionId, application, queryCode } = opening
  const office = await getOffice(ctx.db)
  reserveNumber(ctx.db, numberPrefixOf(ctx, office, 'receiptSlip'))
  const steps = stepsOf(item, input.answers, conditionHolds)
  const id = newId(ctx.now.getTime())
  const appliedOn = dayOf(ctx.now)
  const number = must(caseNumber({ itemCode: item.implementCode as ImplementCode, appliedOn, sequence: await nextNumber(ctx.db, `case:${item.implementCode}:${appliedOn}`) }))
  const timers = clocksOfReceipt(ctx, opening, office.id)
  const matter = await openMatter(
    ctx,
    { id, number, kind: 'case', regionCode: office.regionCode, subjectId: application.applicant.id, itemVersionId, leadUnitId: item.department, channel: application.channel, hallId: application.hallId },
    {
      command: 'submit',
      to: 'submitted',
      timers,
      assign: [{ task: 'accept', unitId: office.id, role: 'windowClerk' }],
      detail: { implementCode: item.implementCode, itemVersion: item.version, applicant: application.applicant.id, submitter: application.submitter, authorisation: application.authorisationId, pledge: input.pledge, declaration: declarationInLedger(opening.declaration.version), renews: input.renews, lateRenewal: opening.lateRenewal, materials: input.materials.map(({ material, by }) => ({ material, by })) },
    },
  )
  const detail: NewCase = {
    id,
    implement_code: item.implementCode,
    item_name: item.name,
    item_key: item.itemKey,
    applicant_id: application.applicant.id,
    applicant_kind: application.applicant.kind,
    applicant_name: application.applicant.maskedName,
    submitter: application.submitter,
    authorisation_id: application.authorisationId,
    parties: [...application.parties],
    scenario: input.answers,
    sealed_form: await ctx.services.vault.seal(ctx.db, application.applicant.id, input.form),
    delivery_kind: input.delivery.kind,
    sealed_delivery: await ctx.services.vault.seal(ctx.db, application.applicant.id, input.delivery),
    query_code_hash: queryCodeIndex(ctx.services.vault, id, queryCode),
    phone_index: await phoneIndexOf(ctx, application.applicant.id),
    receiving_hall_id: application.hallId,
    window_id: application.windowId,
    cross_region: application.crossRegion,
    pledge: input.pledge,
    renews: input.renews ?? null,
    late_renewal: opening.lateRenewal,
    government_id: isJoint(steps) ? await governmentOf(ctx, item) : null,
    place_index: opening.placeIndex,
    received_at: ctx.now,
    sealed_declaration: await ctx.services.vault.seal(ctx.db, application.applicant.id, opening.declaration),
    fee_state: publishedFees(item).length > 0 ? 'chargeable' : 'none',
  }
  await insertCase(ctx.db, detail)
  await insertSteps(ctx.db, id, steps)
  return { matter, detail: { ...notYet, ...detail }, steps, notices: [] }
}

/** The government above the deciding department, whose head may extend a jointly handled case (行政许可法 art. 42). */
async function governmentOf(ctx: Ctx, item: ItemVersion): Promise<string | null> {
  return (await getUnit(ctx.db, item.department)).parentId
}

/** What a new case does not have yet. */
const notYet = {
  forwarded_at: null,
  pledge_checked: null,
  priority_approver: null,
  accepted_at: null,
  acceptor_id: null,
  visits: 0,
  decided_at: null,
  decider_id: null,
  certificate_identifier: null,
  delivered_at: null,
  on_time: null,
} as const satisfies Partial<CaseDetail>
