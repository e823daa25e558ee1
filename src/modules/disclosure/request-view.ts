import { actorOf } from '#kernel/access/caller.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { findFiles } from '#kernel/files/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf, isOverdue } from '#kernel/time/timer.ts'
import { maskIdNumber, maskPersonName, maskPhone } from '#modules/subjects/index.ts'
import { permissions, type Reach, reachOf } from './access.ts'
import { disclosureErrors } from './errors.ts'
import { unitOf } from './issue-letter.ts'
import { clockNames, openClock } from './rules/clocks.ts'
import { commandsFor } from './rules/handling.ts'
import type { AnswerDraft, ApplicantFacts, WantedRecord } from './schema.ts'
import type { ShownRequest } from './shown-request.ts'
import { listConsultations } from './store/consultations.ts'
import { listExcerpts } from './store/excerpts.ts'
import { listForRecord } from './store/request-lists.ts'
import { type DisclosureRequest, findRequest, listNotes } from './store/requests.ts'
import { listRemedies } from './store/remedies.ts'

export interface Reached {
  readonly request: DisclosureRequest
  readonly reach: Exclude<Reach, 'none'>
}

/** Reads an application for this caller; who does not reach it is told that there is none. */
export async function getRequestFor(ctx: Ctx, number: string, forUpdate: boolean): Promise<Reached> {
  const request = await findRequest(ctx.db, number, forUpdate)
  const reach = request === undefined ? 'none' : reachOf(ctx.caller, { personId: request.personId, unitId: request.matter.leadUnitId })
  if (request === undefined || reach === 'none') throw new Refusal(disclosureErrors.requestUnknown)
  return { request, reach }
}

/** Whether somebody belongs to the disclosure institution that handles it. */
export function isInstitution(reach: Reach): boolean {
  return reach === 'officer' || reach === 'head'
}

/** Shows what this reach may see. */
export async function shownRequest(ctx: Ctx, reached: Reached): Promise<ShownRequest> {
  const { request, reach } = reached
  const { matter } = request
  const inside = isInstitution(reach)
  return {
    number: matter.number,
    version: matter.version,
    state: matter.state,
    unitId: unitOf(request),
    channel: matter.channel,
    applicantKind: request.applicantKind,
    wantedForm: request.wantedForm,
    items: request.items,
    arrivedOn: request.arrivedOn,
    receivedOn: request.receivedOn,
    openedAt: instantText(matter.openedAt),
    closedAt: textOf(matter.closedAt),
    reach,
    commands: [...commandsFor(reach, matter.state, (permission) => isPermitted(permissions, permission, ctx.caller))],
    clocks: shownClocks(ctx, request),
    record: await shownRecord(ctx, request),
    applicant: await shownApplicant(ctx, reached),
    clarification: request.clarificationAskedAt === null || request.clarifyBy === null ? null : { askedAt: instantText(request.clarificationAskedAt), by: request.clarifyBy, clarifiedOn: request.clarifiedOn },
    extendedAt: textOf(request.extendedAt),
    fee: shownFee(request),
    consultations: await shownConsultations(ctx, request, inside),
    notes: await shownNotes(ctx, request, inside),
    answer: await shownAnswer(ctx, request, inside),
    files: await shownFiles(ctx, request, inside),
    documents: (await listDocuments(ctx.db, matter.id))
      .filter(({ kind }) => inside || (reach === 'applicant' && kind !== 'opinionRequest'))
      .map(({ id, kind, number, issuedAt }) => ({ id, kind, number, issuedAt: instantText(issuedAt) })),
    like: inside ? (await listForRecord(ctx.db, { id: matter.id, unitId: unitOf(request), recordIndex: request.recordIndex, applicantId: request.applicantId })).map((one) => ({ ...one, openedAt: instantText(one.openedAt) })) : [],
    excerpts: inside ? (await listExcerpts(ctx.db, matter.id)).map(({ madeAt, pages, ...excerpt }) => ({ ...excerpt, pages: [...pages], madeAt: instantText(madeAt) })) : [],
    remedies: inside ? (await listRemedies(ctx.db, matter.id)).map((remedy) => ({ ...remedy })) : [],
  }
}

function shownClocks(ctx: Ctx, { matter }: DisclosureRequest): ShownRequest['clocks'] {
  const calendar = ctx.services.legalCalendar.of(matter)
  return clockNames.flatMap((name) => {
    const timer = openClock(matter.timers, name)
    const due = timer && dueOf(timer, calendar)
    return timer === undefined || due === undefined ? [] : [{ name, dueAt: due.stopped ? null : instantText(due.dueAt), provisional: due.provisional, overdue: isOverdue(timer, calendar, ctx.now) }]
  })
}

async function shownRecord(ctx: Ctx, { applicantId, sealedRecord }: DisclosureRequest): Promise<ShownRequest['record']> {
  const record = await ctx.services.vault.open<WantedRecord>(ctx.db, applicantId, sealedRecord)
  return { title: record?.title ?? null, docNo: record?.docNo ?? null, features: record?.features ?? null }
}

async function shownApplicant(ctx: Ctx, { request, reach }: Reached): Promise<ShownRequest['applicant']> {
  if (reach === 'reader') return null
  const facts = await ctx.services.vault.open<ApplicantFacts>(ctx.db, request.applicantId, request.sealedFacts)
  if (facts === undefined) return { name: null, idNumber: null, phone: null }
  return { name: request.applicantKind === 'person' ? maskPersonName(facts.name) : facts.name, idNumber: maskIdNumber(facts.idNumber), phone: maskPhone(facts.phone) }
}

function shownFee({ feeMethod, feePages, feeFen, feeDemandedAt, feePaidAt, feeWaivedAt }: DisclosureRequest): ShownRequest['fee'] {
  if (feeMethod === null || feeFen === null || feeDemandedAt === null) return null
  return { method: feeMethod, pages: feePages, fen: feeFen, demandedAt: instantText(feeDemandedAt), paidAt: textOf(feePaidAt), waivedAt: textOf(feeWaivedAt) }
}

async function shownConsultations(ctx: Ctx, { matter, applicantId }: DisclosureRequest, inside: boolean): Promise<ShownRequest['consultations']> {
  const { vault } = ctx.services
  const all = await listConsultations(ctx.db, matter.id)
  return Promise.all(
    all.map(async ({ id, askedKind, sealedParty, askedAt, dueAt, endedAt, opinion, sealedText }) => ({
      id,
      kind: askedKind,
      party: inside ? ((await vault.open<string>(ctx.db, applicantId, sealedParty)) ?? null) : null,
      askedAt: instantText(askedAt),
      dueAt: instantText(dueAt),
      provisional: ctx.services.legalCalendar.of(matter).isProvisional(dayOf(askedAt), dayOf(dueAt)),
      endedAt: textOf(endedAt),
      opinion: inside ? opinion : null,
      text: inside && sealedText !== null ? ((await vault.open<string>(ctx.db, applicantId, sealedText)) ?? null) : null,
    })),
  )
}

async function shownNotes(ctx: Ctx, { matter, applicantId }: DisclosureRequest, inside: boolean): Promise<ShownRequest['notes']> {
  const notes = (await listNotes(ctx.db, matter.id)).filter(({ published }) => inside || published)
  const texts = await ctx.services.vault.openMany<string>(ctx.db, notes.map(({ sealedText }) => ({ subjectId: applicantId, box: sealedText })))
  return notes.map(({ command, notedAt }, place) => ({ command, at: instantText(notedAt), text: texts[place] ?? null }))
}

async function shownAnswer(ctx: Ctx, request: DisclosureRequest, inside: boolean): Promise<ShownRequest['answer']> {
  const { sealedAnswer, answerKind, answeredAt, deliveredAt } = request
  if (sealedAnswer === null || answerKind === null || (answeredAt === null && !inside)) return null
  const draft = await ctx.services.vault.open<AnswerDraft>(ctx.db, request.applicantId, sealedAnswer)
  const { ground = null, reason = null, legalBasis = null, told = null, provided = null, withheldPart = null, earlierNumber = null } = draft ?? {}
  return { kind: answerKind, ground, reason, legalBasis, told, provided, withheldPart, earlierNumber, ownDraft: request.draftedBy === actorOf(ctx.caller), answeredAt: textOf(answeredAt), deliveredAt: textOf(deliveredAt) }
}

async function shownFiles(ctx: Ctx, { answerFileIds, answeredAt }: DisclosureRequest, inside: boolean): Promise<ShownRequest['files']> {
  if (answeredAt === null && !inside) return []
  return (await findFiles(ctx.db, answerFileIds)).map(({ id, name }) => ({ id, name }))
}

function textOf(at: Date | null): string | null {
  return at === null ? null : instantText(at)
}
