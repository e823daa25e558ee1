import { z } from 'zod'
import { actorOf, rolesOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { addLimit } from '#kernel/time/limits.ts'
import { dueOf, endOf } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { isInspector } from './access.ts'
import { supervisionErrors } from './errors.ts'
import { type ComplaintFacts, type ComplaintReach, complaintCommandsFor } from './rules/complaints.ts'
import { supervisionSettings } from './settings.ts'
import { type Complaint, findComplaint } from './store/complaints.ts'

/** A complaint without its complainant: nobody but he himself is ever shown who it was (实名保护). */
export const ShownComplaint = z.object({
  number: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  commands: z.array(z.string()),
  unitId: z.string(),
  hallId: z.string().nullable(),
  windowNumber: z.number().int().nullable(),
  title: z.string().nullable(),
  content: z.string().nullable(),
  filedAt: z.string(),
  dueAt: z.string().nullable(),
  /** It rests on a year whose arrangement is not published yet (T-14). */
  provisional: z.boolean(),
  overdue: z.boolean(),
  declineGround: z.string().nullable(),
  result: z.string().nullable(),
  answer: z.string().nullable(),
  appeal: z.string().nullable(),
  conclusion: z.string().nullable(),
})

export interface ComplaintText {
  readonly title: string
  readonly content: string
}

export interface ReachedComplaint {
  readonly complaint: Complaint
  readonly reach: ComplaintReach
}

/** Reads a complaint for this caller; the unit that it is about is told that there is none. */
export async function reachComplaint(ctx: Ctx, number: string, held: boolean): Promise<ReachedComplaint> {
  const complaint = await findComplaint(ctx.db, number, held)
  const reach = complaint === undefined ? 'none' : await reachTo(ctx, complaint)
  if (complaint === undefined || reach === 'none') throw new Refusal(supervisionErrors.complaintUnknown)
  return { complaint, reach }
}

async function reachTo({ caller, db }: Ctx, { personId }: Complaint): Promise<ComplaintReach> {
  if (caller.kind === 'system') return 'office'
  if (caller.kind === 'person') return caller.id === personId ? 'complainant' : 'none'
  if (isInspector(caller, (await getOffice(db)).id)) return 'office'
  return rolesOf(caller).has('supervisor') ? 'reader' : 'none'
}

export function complaintFacts(ctx: Ctx, { matter, answeredBy, answeredAt, acceptDecidedAt, sealedAppeal }: Complaint): ComplaintFacts {
  const told = answeredAt ?? acceptDecidedAt
  return {
    state: matter.state,
    appealOpen: told !== null && ctx.now <= addLimit(ctx.services.legalCalendar.of(matter), told, settingsAt(ctx, supervisionSettings).complaintAppealWithin).at,
    appealed: sealedAppeal !== null,
    ownWork: answeredBy === actorOf(ctx.caller),
  }
}

export async function shownComplaint(ctx: Ctx, { complaint, reach }: ReachedComplaint): Promise<z.input<typeof ShownComplaint>> {
  const { matter, personId: subjectId, sealedText, sealedAnswer, sealedAppeal, sealedConclusion } = complaint
  const { vault } = ctx.services
  const text = await vault.open<ComplaintText>(ctx.db, subjectId, sealedText)
  const read = async (box: Buffer | null): Promise<string | null> => (box === null ? null : ((await vault.open<string>(ctx.db, subjectId, box)) ?? null))
  const timer = matter.timers.find((one) => endOf(one) === undefined)
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(matter))
  const dueAt = due?.dueAt
  return {
    number: matter.number,
    state: matter.state,
    outcome: matter.outcome,
    commands: [...complaintCommandsFor(reach, complaintFacts(ctx, complaint))],
    unitId: complaint.unitId,
    hallId: complaint.hallId,
    windowNumber: complaint.windowNumber,
    title: text?.title ?? null,
    content: text?.content ?? null,
    filedAt: instantText(matter.openedAt),
    dueAt: dueAt === undefined ? null : instantText(dueAt),
    provisional: due?.provisional ?? false,
    overdue: dueAt !== undefined && ctx.now > dueAt,
    declineGround: complaint.declineGround,
    result: complaint.result,
    answer: await read(sealedAnswer),
    appeal: await read(sealedAppeal),
    conclusion: await read(sealedConclusion),
  }
}
