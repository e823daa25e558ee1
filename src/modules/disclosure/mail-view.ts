import { z } from 'zod'
import { type Caller, holdsRole, rolesOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { disclosureErrors } from './errors.ts'
import { type Mail, MAIL_STATES } from './schema.ts'
import { findMail, type MailRow } from './store/mails.ts'

export const ShownMail = z.object({
  id: z.string(),
  unitId: z.string(),
  arrivedAt: z.string(),
  state: z.enum(MAIL_STATES),
  requestNumber: z.string().nullable(),
  setAsideReason: z.string().nullable(),
  /** Null for supervisors, who see that a mail came and what became of it. */
  subject: z.string().nullable(),
})

/** Mails as the caller sees them; those that he may read are opened with one look-up of their keys. */
export async function shownMails(ctx: Ctx, mails: readonly MailRow[]): Promise<readonly z.input<typeof ShownMail>[]> {
  const own = mails.filter(({ unitId }) => isOfInstitution(ctx.caller, unitId))
  const opened = await ctx.services.vault.openMany<Mail>(ctx.db, own.map(({ subjectId, sealedMail }) => ({ subjectId, box: sealedMail })))
  const subjects = new Map(own.map(({ id }, place) => [id, opened[place]?.subject]))
  return mails.map(({ sealedMail: _sealed, subjectId: _subject, matterId: _matter, arrivedAt, ...mail }) => ({ ...mail, arrivedAt: instantText(arrivedAt), subject: subjects.get(mail.id) ?? null }))
}

export async function shownMail(ctx: Ctx, mail: MailRow): Promise<z.input<typeof ShownMail>> {
  const [shown] = await shownMails(ctx, [mail])
  if (shown === undefined) throw new Error(`the mail ${mail.id} is not shown`)
  return shown
}

/** The whole mail for the institution that it came to; the reading is recorded (个人信息保护法 art. 51). */
export async function readMail(ctx: Ctx, mail: MailRow): Promise<Mail | undefined> {
  if (!isOfInstitution(ctx.caller, mail.unitId)) return undefined
  await recordUnmasking(ctx, { subjectId: mail.subjectId, matterId: mail.matterId, purpose: 'disclosure-mail' })
  return ctx.services.vault.open<Mail>(ctx.db, mail.subjectId, mail.sealedMail)
}

/** A mail for this caller; who does not reach it is told that there is none. */
export async function getMailFor(ctx: Ctx, id: string, reads: 'institution' | 'anyReader'): Promise<MailRow> {
  const mail = await findMail(ctx.db, id, reads === 'institution')
  const reaches = mail !== undefined && (isOfInstitution(ctx.caller, mail.unitId) || (reads === 'anyReader' && rolesOf(ctx.caller).has('supervisor')))
  if (mail === undefined || !reaches) throw new Refusal(disclosureErrors.mailUnknown)
  return mail
}

/** A mail that nobody has dealt with yet, held until commit. */
export async function getWaitingMail(ctx: Ctx, id: string): Promise<MailRow> {
  const mail = await getMailFor(ctx, id, 'institution')
  if (mail.state !== 'waiting') throw new Refusal(disclosureErrors.mailHandled, { state: mail.state })
  return mail
}

function isOfInstitution(caller: Caller, unitId: string): boolean {
  return caller.kind === 'system' || holdsRole(caller, 'disclosureOfficer', unitId)
}
