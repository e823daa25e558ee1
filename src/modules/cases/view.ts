import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { listEvidence } from '#kernel/evidence/evidence.ts'
import { listEvents } from '#kernel/matter/store.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { listStaffNames } from '#modules/organisation/index.ts'
import { commandsNow } from './access.ts'
import { declarationShown } from './declaration.ts'
import { checklistOf, itemOf } from './item-of.ts'
import { maskedForm } from './masked-form.ts'
import { dueDayOf } from './rules/due-day.ts'
import { receiptRequirement } from './receipt-signature.ts'
import { isOwed } from './rules/gap.ts'
import { CaseAnswer, DeclarationMade } from './schema.ts'
import type { CaseRecord } from './store/cases.ts'
import { listStepRequests } from './store/step-requests.ts'
import { listOpinionTexts } from './store/steps.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const Moment = z.string().nullable()

/** A case as its page shows it: who has it, by when, what was handed in, what each unit says, what happened, what may be done. */
export const CaseView = CaseAnswer.extend({
  implementCode: z.string(),
  itemName: z.string(),
  department: z.string(),
  channel: z.string(),
  applicant: z.object({ id: z.string(), kind: z.string(), name: z.string() }),
  submittedAt: z.string(),
  receivedAt: z.string(),
  acceptedAt: Moment,
  decidedAt: Moment,
  deliveredAt: Moment,
  closedAt: Moment,
  onTime: z.boolean().nullable(),
  pledge: z.boolean(),
  crossRegion: z.boolean(),
  delivery: z.string(),
  /** Null for a case filed before declarations were kept. */
  declaration: DeclarationMade.nullable(),
  answers: z.record(z.string(), z.array(z.string())),
  /** For staff masked by the kind of field; `cases.read-form` opens it for a recorded purpose. */
  form: z.record(z.string(), z.unknown()),
  formMasked: z.boolean(),
  /** `owed`: the applicant has yet to bring it. */
  evidence: z.array(z.object({ requirement: z.string(), name: z.string(), state: z.string(), owed: z.boolean(), source: z.string(), fileId: z.string().nullable(), mediaType: z.string().nullable(), certificate: z.string().nullable(), providedAt: z.string() })),
  defects: z.array(z.object({ material: z.string(), standard: z.int().nullable(), note: z.string().optional() })),
  steps: z.array(z.object({ key: z.string(), kind: z.string(), unitId: z.string(), state: z.string(), countersign: z.boolean(), officers: z.int(), personId: z.string().nullable(), openedAt: Moment, doneAt: Moment, opinion: z.string().nullable(), text: z.string().nullable() })),
  /** What officers asked of units: a new opinion (退回), or one that the route does not know (会签). Inside the office only. */
  requests: z.array(z.object({ step: z.string(), kind: z.enum(['return', 'countersign']), by: z.string(), at: z.string(), text: z.string() })),
  /** Names of the officers in steps, requests and events by their numbers. Inside the office only. */
  people: z.record(z.string(), z.string()),
  events: z.array(z.object({ seq: z.int(), at: z.string(), actor: z.string(), command: z.string(), to: z.string(), hash: z.string() })),
})
export type CaseView = z.input<typeof CaseView>

/** Reads everything that a page of one case shows. The applicant's side sees no opinions and no names of officers before the decision. */
export async function viewOf(ctx: Ctx, record: CaseRecord): Promise<CaseView> {
  const { matter, detail } = record
  const item = await itemOf(ctx, record)
  const inside = ctx.caller.kind === 'staff' || ctx.caller.kind === 'system'
  const [evidence, documents, events, opinions, requests, opened] = await sideBySide([
    listEvidence(ctx.db, matter.id),
    listDocuments(ctx.db, matter.id),
    listEvents(ctx.db, matter.id),
    inside ? openOpinions(ctx, record) : new Map<string, string>(),
    inside ? openRequests(ctx, record) : [],
    ctx.services.vault.open<Record<string, unknown>>(ctx.db, detail.applicant_id, detail.sealed_form),
  ])
  const form = opened ?? {}
  const names = new Map([...checklistOf(item, record).map(({ material }) => [material.key, material.name] as const), [receiptRequirement, texts.receiptSignature.name]])
  const moment = (at: Date | null): string | null => (at === null ? null : instantText(at))
  return {
    number: matter.number,
    state: matter.state,
    version: matter.version,
    outcome: matter.outcome,
    commands: [...commandsNow(ctx.caller, record)],
    ...dueDayOf(matter.timers, ctx.services.legalCalendar.of(matter)),
    documents: documents.map(({ id, kind, number }) => ({ id, kind, number })),
    certificate: detail.certificate_identifier,
    implementCode: detail.implement_code,
    itemName: detail.item_name,
    department: matter.leadUnitId ?? item.department,
    channel: matter.channel,
    applicant: { id: detail.applicant_id, kind: detail.applicant_kind, name: detail.applicant_name },
    submittedAt: instantText(matter.openedAt),
    receivedAt: instantText(detail.received_at),
    acceptedAt: moment(detail.accepted_at),
    decidedAt: moment(detail.decided_at),
    deliveredAt: moment(detail.delivered_at),
    closedAt: moment(matter.closedAt),
    onTime: detail.on_time,
    pledge: detail.pledge,
    crossRegion: detail.cross_region,
    delivery: detail.delivery_kind,
    declaration: await declarationShown(ctx, record),
    answers: detail.scenario as Record<string, string[]>,
    form: ctx.caller.kind === 'staff' ? maskedForm(item, form) : form,
    formMasked: ctx.caller.kind === 'staff',
    evidence: evidence.map((one) => ({ requirement: one.requirement, name: names.get(one.requirement) ?? one.requirement, state: one.state, owed: isOwed(one), source: one.source, fileId: one.fileId, mediaType: one.mediaType, certificate: one.certificateId, providedAt: instantText(one.providedAt) })),
    defects: matter.state === 'correctionRequested' ? [...(record.notices.at(-1)?.defects ?? [])] : [],
    steps: stepsShown(record, opinions, inside),
    requests,
    people: inside ? await listStaffNames(ctx.db, officersIn(record, events, requests)) : {},
    events: events.map((event) => ({ seq: event.seq, at: instantText(event.at), actor: inside ? event.actor : (event.actor.split(':')[0] ?? ''), command: event.command, to: event.to, hash: event.hash })),
  }
}

async function openOpinions(ctx: Ctx, record: CaseRecord): Promise<Map<string, string>> {
  const sealed = await listOpinionTexts(ctx.db, record.matter.id)
  const texts = await ctx.services.vault.openMany<string>(ctx.db, sealed.map((one) => ({ subjectId: record.detail.applicant_id, box: one.sealed_text })))
  return new Map(sealed.flatMap((one, index) => (texts[index] === undefined ? [] : [[one.key, texts[index]] as const])))
}

/** The route as it is shown; who has a step and what he thinks of it stays inside the office. */
function stepsShown(record: CaseRecord, opinions: ReadonlyMap<string, string>, inside: boolean): CaseView['steps'] {
  const moment = (at: Date | null): string | null => (at === null ? null : instantText(at))
  return record.steps.map((step) => ({
    key: step.key,
    kind: step.kind,
    unitId: step.unitId,
    state: step.state,
    countersign: step.countersign,
    officers: step.officers,
    personId: inside ? step.personId : null,
    openedAt: moment(step.openedAt),
    doneAt: moment(step.doneAt),
    opinion: inside ? step.opinion : null,
    text: opinions.get(step.key) ?? null,
  }))
}

/** The numbers of all members of staff who have a part in the case. */
function officersIn(record: CaseRecord, events: readonly { readonly actor: string }[], requests: CaseView['requests']): readonly string[] {
  const actors = [...events.map(({ actor }) => actor), ...requests.map(({ by }) => by)].flatMap((actor) => (actor.startsWith('staff:') ? [actor.slice('staff:'.length)] : []))
  return [...new Set([...record.steps.flatMap((step) => step.personId ?? []), ...actors])]
}

async function openRequests(ctx: Ctx, record: CaseRecord): Promise<CaseView['requests']> {
  const sealed = await listStepRequests(ctx.db, record.matter.id)
  const texts = await ctx.services.vault.openMany<string>(ctx.db, sealed.map((one) => ({ subjectId: record.detail.applicant_id, box: one.sealedText })))
  return sealed.map(({ stepKey, kind, askedBy, askedAt }, index) => ({ step: stepKey, kind, by: askedBy, at: instantText(askedAt), text: texts[index] ?? '' }))
}
