import type { Ctx } from '#kernel/contract/operation.ts'
import { rolesOf } from '#kernel/access/caller.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { findMatterById, listEvents } from '#kernel/matter/store.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { maskPersonName, maskPhone } from '#modules/subjects/index.ts'
import { hiddenFrom, permissions, reachOf } from './access.ts'
import { factsOf, recordReading } from './caller-of.ts'
import { hotlineErrors } from './errors.ts'
import { shownLetter } from './letter-scans.ts'
import { shownColleagues, shownDuty } from './first-contact.ts'
import { isTold } from './rules/callback.ts'
import type { ClockName } from './rules/clocks.ts'
import { commandsFor, type HandlingFacts, type Reach } from './rules/handling.ts'
import type { AppealText, Brief } from './schema.ts'
import type { ShownOrder } from './shown-order.ts'
import { listNotes } from './store/notes.ts'
import { listOfCaller } from './store/order-lists.ts'
import { findOrder, type Order } from './store/orders.ts'
import { listReturnClaims } from './store/returns.ts'
import { dueOfClock } from './tasks.ts'

export interface Reached {
  readonly order: Order
  readonly reach: Exclude<Reach, 'none'>
}

/** Reads an order for this caller; who does not reach it is told that there is none. */
export async function getOrderFor(ctx: Ctx, number: string, forUpdate: boolean): Promise<Reached> {
  const order = await findOrder(ctx.db, number, forUpdate)
  const reach = order === undefined ? 'none' : await reachTo(ctx, order)
  if (order === undefined || reach === 'none') throw new Refusal(hotlineErrors.orderUnknown)
  return { order, reach }
}

async function reachTo(ctx: Ctx, { matter, personId, concernedUnitId, recused, assistants }: Order): Promise<Reach> {
  return reachOf(ctx.caller, { personId, leadUnitId: matter.leadUnitId, concernedUnitId, recused, assistants: assistants.map(({ unitId }) => unitId) }, (await getOffice(ctx.db)).id)
}

/** Whether this reach may know who called and in which words: of a secret order only the hotline, the supervisors without the name, and the caller (H-11). */
export function readsCaller(reach: Reach, { secret }: Pick<Order, 'secret'>): boolean {
  return reach === 'office' || reach === 'caller' || (!secret && (reach === 'main' || reach === 'head' || reach === 'assistant'))
}

function readsAppeal(reach: Reach, order: Pick<Order, 'secret'>): boolean {
  return reach === 'reader' || readsCaller(reach, order)
}

/** Shows what this reach may see. Opening a secret order is recorded like a reading of the caller. */
export async function shownOrder(ctx: Ctx, { order, reach }: Reached): Promise<ShownOrder> {
  const { matter } = order
  const commands = commandsFor(reach, factsFor(ctx, order), (permission) => isPermitted(permissions, permission, ctx.caller))
  if (order.secret && readsAppeal(reach, order)) await recordReading(ctx, { callerId: order.callerId, matterId: matter.id }, 'secretOrder')
  return {
    number: matter.number,
    state: matter.state,
    kind: order.kind,
    channel: matter.channel,
    category: order.category,
    regionCode: matter.regionCode,
    secret: order.secret,
    emergency: order.emergency,
    commands: [...commands],
    reach,
    openedAt: instantText(matter.openedAt),
    closedAt: matter.closedAt === null ? null : instantText(matter.closedAt),
    clocks: (['handle', 'return', 'arbitrate', 'callback'] as const).flatMap((name) => shownClock(ctx, order, name)),
    outcome: matter.outcome,
    leadUnitId: matter.leadUnitId,
    assistants: order.assistants.map((assistant) => ({ ...assistant })),
    concernedUnitId: reach === 'office' || reach === 'reader' ? order.concernedUnitId : null,
    designated: order.designated,
    firstContact: reach === 'caller' ? null : await shownDuty(ctx, order),
    colleagues: commands.includes('pass-duty') ? await shownColleagues(ctx, order) : [],
    redos: order.redos,
    remindedAt: order.remindedAt === null ? null : instantText(order.remindedAt),
    criticisedAt: order.criticisedAt === null ? null : instantText(order.criticisedAt),
    suggestion: reach === 'office' ? { categories: [...order.suggestion.categories], classes: [...(order.suggestion.classes ?? [])], units: [...order.suggestion.units] } : null,
    appeal: await shownAppeal(ctx, order, reach),
    letter: readsCaller(reach, order) ? await shownLetter(ctx, order) : null,
    upper: readsAppeal(reach, order) ? order.upper : null,
    caller: await shownCaller(ctx, order, reach),
    reply: await shownReply(ctx, order, reach),
    rejection: order.rejectionClass === null || order.toldChannel === null ? null : { class: order.rejectionClass, told: order.toldChannel },
    originalNumber: reach === 'office' ? order.originalNumber : null,
    callback: order.satisfaction === null ? null : { satisfaction: order.satisfaction, solved: order.solved, unitFault: order.unitFault },
    notes: await shownNotes(ctx, order, reach),
    returns: reach === 'caller' ? [] : (await listReturnClaims(ctx.db, matter.id)).map(({ claimedAt, decidedAt, fileIds, ...claim }) => ({ ...claim, fileIds: [...fileIds], claimedAt: instantText(claimedAt), decidedAt: decidedAt === null ? null : instantText(decidedAt) })),
    documents: reach === 'caller' ? [] : (await listDocuments(ctx.db, matter.id)).map(({ id, kind, number, issuedAt }) => ({ id, kind, number, issuedAt: instantText(issuedAt) })),
    history: reach === 'office' ? await shownHistory(ctx, order) : [],
    attachedCase: await shownCase(ctx, order),
  }
}

/** Of an order, what decides which commands the asker may give. */
export function factsFor({ caller }: Pick<Ctx, 'caller'>, order: Order): HandlingFacts {
  const answersFor = caller.kind === 'staff' && (caller.id === order.firstContact || rolesOf(caller).has('hotlineLead'))
  return { state: order.matter.state, designated: order.designated, assistantsOwing: order.assistants.filter(({ replied }) => !replied).length, answersFor, doneAgain: order.redos > 0 }
}

function shownClock(ctx: Ctx, { matter }: Order, name: ClockName): ShownOrder['clocks'] {
  const due = dueOfClock(ctx, matter, name)
  return due === undefined ? [] : [{ name, dueAt: instantText(due.dueAt), provisional: due.provisional, overdue: ctx.now > due.dueAt }]
}

/** The appeal itself, or for handlers of a secret order the office's brief. */
async function shownAppeal(ctx: Ctx, order: Order, reach: Reach): Promise<ShownOrder['appeal']> {
  const { vault } = ctx.services
  const brief = order.sealedBrief === null ? undefined : await vault.open<Brief>(ctx.db, order.callerId, order.sealedBrief)
  if (!readsAppeal(reach, order)) return { title: brief?.title ?? null, content: brief?.text ?? null, place: null, brief: null }
  const appeal = await vault.open<AppealText>(ctx.db, order.callerId, order.sealedAppeal)
  const told = (text: string | null | undefined): string | null => (text ? (reach === 'caller' ? text : withoutNumbers(text)) : null)
  return { title: told(appeal?.title), content: told(appeal?.content), place: told(appeal?.place), brief: reach === 'caller' || brief === undefined ? null : brief.text }
}

async function shownCaller(ctx: Ctx, order: Order, reach: Reach): Promise<ShownOrder['caller']> {
  if (!readsCaller(reach, order)) return null
  const facts = await factsOf(ctx, order.callerId)
  return { name: facts?.name ? maskPersonName(facts.name) : null, phone: facts?.phone ? maskPhone(facts.phone) : null, callingNumber: facts?.callingNumber ? maskPhone(facts.callingNumber) : null }
}

async function shownReply(ctx: Ctx, order: Order, reach: Reach): Promise<ShownOrder['reply']> {
  if (order.sealedReply === null || (reach === 'caller' && !isTold(order.matter.state))) return null
  const text = await ctx.services.vault.open<string>(ctx.db, order.callerId, order.sealedReply)
  return { text: text ?? null, at: order.repliedAt === null ? null : instantText(order.repliedAt), articleId: order.articleId, articleVersion: order.articleVersion, application: order.application === null ? null : { implementCode: order.application.implementCode, answers: { ...order.application.answers } } }
}

async function shownNotes(ctx: Ctx, order: Order, reach: Reach): Promise<ShownOrder['notes']> {
  const all = await listNotes(ctx.db, order.matter.id)
  const notes = all.filter(({ published, byCaller }) => (reach === 'caller' ? published || byCaller : !byCaller || readsAppeal(reach, order)))
  const texts = await ctx.services.vault.openMany<string>(ctx.db, notes.map(({ sealedText }) => ({ subjectId: order.callerId, box: sealedText })))
  return notes.map(({ command, byCaller, notedAt }, place) => ({ command, byCaller, at: instantText(notedAt), text: texts[place] === undefined ? null : withoutNumbers(texts[place]) }))
}

async function shownHistory(ctx: Ctx, order: Order): Promise<ShownOrder['history']> {
  const others = (await listOfCaller(ctx.db, { ...hiddenFrom(ctx.caller), callerId: order.callerId, limit: 11 })).filter(({ id }) => id !== order.matter.id)
  const opened = await ctx.services.vault.openMany<AppealText>(ctx.db, others.map(({ sealedAppeal }) => ({ subjectId: order.callerId, box: sealedAppeal })))
  return others.map(({ number, state, kind, openedAt }, place) => ({ number, state, kind, openedAt: instantText(openedAt), title: opened[place] === undefined ? null : withoutNumbers(opened[place].title) }))
}

/** The ledger of the case that is stuck, as it stands: what was done when, and the hash that proves it. */
async function shownCase(ctx: Ctx, { caseMatterId }: Order): Promise<ShownOrder['attachedCase']> {
  const matter = caseMatterId === null ? undefined : await findMatterById(ctx.db, caseMatterId, false)
  if (matter === undefined) return null
  const events = await listEvents(ctx.db, matter.id)
  return { number: matter.number, state: matter.state, leadUnitId: matter.leadUnitId, headHash: matter.headHash, events: events.map(({ at, command, to }) => ({ at: instantText(at), command, to })) }
}
