import { actorOf, type Caller } from '#kernel/access/caller.ts'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf, isOverdue } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { maskPersonName, maskPhone } from '#modules/subjects/index.ts'
import { permissions, reachesOf, type Whose } from './access.ts'
import { gridErrors } from './errors.ts'
import { clockNames, openClock } from './rules/clocks.ts'
import { commandsFor, type Part, type Reach } from './rules/handling.ts'
import type { ReportText } from './schema.ts'
import type { ShownEvent } from './shown-event.ts'
import { findEvent, type GridEvent, listMoves } from './store/events.ts'
import { listNotes, listPhotos } from './store/notes.ts'

export interface Reached {
  readonly event: GridEvent
  readonly reaches: readonly Reach[]
}

/** Of an event, what decides which part in it is whose. */
export function partOf(caller: Caller, { event, reaches }: Reached): Part {
  return { reaches, fedBack: event.fedBackBy === actorOf(caller) }
}

/** States in which an event is not, or no longer, in the hands of a unit that handles it. */
const beforeDispatch: ReadonlySet<string> = new Set(['reported', 'registered', 'notFiled'])

export function whoseIs({ matter, personId, level, townUnitId, seenBy }: GridEvent): Whose {
  return { personId, level, townUnitId, seenBy, leadUnitId: matter.leadUnitId, inHands: !beforeDispatch.has(matter.state) }
}

/** Reads an event for this caller; who does not reach it is told that there is none. */
export async function getEventFor(ctx: Ctx, number: string, held: boolean): Promise<Reached> {
  const event = await findEvent(ctx.db, number, held)
  const reaches = event === undefined ? [] : reachesOf(ctx.caller, whoseIs(event), (await getOffice(ctx.db)).id)
  if (event === undefined || reaches.length === 0) throw new Refusal(gridErrors.eventUnknown)
  return { event, reaches }
}

/** Shows what these reaches may see: who reported stays masked, and the reporter reads what is published. */
export async function shownEvent(ctx: Ctx, { event, reaches }: Reached): Promise<ShownEvent> {
  const { matter } = event
  const own = reaches.includes('reporter')
  const photos = await listPhotos(ctx.db, matter.id)
  const moves = await listMoves(ctx.db, matter.id)
  return {
    number: matter.number,
    state: matter.state,
    version: matter.version,
    level: event.level,
    source: event.source,
    category: event.category,
    cellId: event.cellId,
    longitude: event.longitude,
    latitude: event.latitude,
    commands: [...commandsFor(partOf(ctx.caller, { event, reaches }), matter.state, (permission) => isPermitted(permissions, permission, ctx.caller))],
    openedAt: instantText(matter.openedAt),
    closedAt: matter.closedAt === null ? null : instantText(matter.closedAt),
    clocks: shownClocks(ctx, event),
    leadUnitId: matter.leadUnitId,
    report: await shownReport(ctx, event, own),
    photos: photos.filter(({ stage }) => !own || stage === 'report').map(({ fileId, stage, takenAt }) => ({ fileId, stage, takenAt: instantText(takenAt) })),
    moves: moves.map((move) => ({ command: move.command, fromLevel: move.from_level, toLevel: move.to_level, unitId: move.unit_id, at: instantText(move.moved_at) })),
    notes: await shownNotes(ctx, event, own),
    declined: event.declined,
    returns: event.returns,
    reworks: event.reworks,
    extended: event.extended,
    reviewOn: event.reviewOn,
    grade: event.grade,
    orderNumber: own ? null : event.orderNumber,
    componentCode: event.componentCode,
  }
}

function shownClocks(ctx: Ctx, { matter }: GridEvent): ShownEvent['clocks'] {
  const calendar = ctx.services.legalCalendar.of(matter)
  return clockNames.flatMap((name) => {
    const timer = openClock(matter.timers, name)
    const due = timer && dueOf(timer, calendar)
    return timer === undefined || due === undefined || due.stopped ? [] : [{ name, dueAt: instantText(due.dueAt), overdue: isOverdue(timer, calendar, ctx.now), provisional: due.provisional }]
  })
}

export async function reportOf(ctx: Ctx, { matter, sealedReport }: GridEvent): Promise<ReportText | undefined> {
  return ctx.services.vault.open<ReportText>(ctx.db, matter.id, sealedReport)
}

async function shownReport(ctx: Ctx, event: GridEvent, own: boolean): Promise<ShownEvent['report']> {
  const report = await reportOf(ctx, event)
  if (report === undefined) return { description: null, address: null, reporter: null, phone: null }
  const { description, address, name, phone } = report
  return { description: own ? description : withoutNumbers(description), address, reporter: name === null ? null : maskPersonName(name), phone: phone === null ? null : maskPhone(phone) }
}

export async function shownNotes(ctx: Ctx, { matter }: GridEvent, publishedOnly: boolean): Promise<ShownEvent['notes']> {
  const notes = (await listNotes(ctx.db, matter.id)).filter(({ published }) => published || !publishedOnly)
  const texts = await ctx.services.vault.openMany<string>(ctx.db, notes.map(({ sealedText }) => ({ subjectId: matter.id, box: sealedText })))
  return notes.map(({ command, notedAt }, place) => ({ command, at: instantText(notedAt), text: texts[place] ?? null }))
}
