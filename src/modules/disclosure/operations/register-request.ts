import { z } from 'zod'
import { actorOf, holdsRole } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { subjectErrors } from '#modules/subjects/index.ts'
import { applicantFor } from '../applicants.ts'
import { disclosureErrors } from '../errors.ts'
import { getWaitingMail } from '../mail-view.ts'
import { awaitsConfirmation, receiptDay } from '../rules/receipt.ts'
import { ApplicantFacts, ApplicantKind, Channel, type Mail, RequestNumber, UnitKey, WantedForm, WantedRecord } from '../schema.ts'
import { type MailRow, registerMail } from '../store/mails.ts'
import { takeRequest } from '../take-request.ts'

/** What is handed in at a window, or comes by letter, e-mail or fax to the disclosure institution; the day of receipt follows from the way it came (art. 31, O-07). */
export const registerRequest = defineOperation({
  name: 'disclosure.register-request',
  summary: 'Registers an application that was handed in, or came by letter, e-mail or fax',
  kind: 'command',
  http: { method: 'POST', path: '/disclosure/registered-requests', status: 201 },
  access: { permission: 'disclosure:register' },
  input: z.object({
    unitId: UnitKey,
    channel: Channel.exclude(['online']),
    applicantKind: ApplicantKind.default('person'),
    applicant: ApplicantFacts,
    record: WantedRecord,
    wantedForm: WantedForm.default('post'),
    /** The mail that it came with: its day is the day it was there. */
    mailId: z.uuid().optional(),
    /** When the letter, e-mail or fax was there; today unless told. */
    arrivedOn: Day.optional(),
    /** The day it was signed for, or on which receipt was confirmed with the applicant. Without it an unsigned one waits for confirmation. */
    receivedOn: Day.optional(),
  }),
  output: z.object({ number: RequestNumber, receivedOn: z.string().nullable() }),
  refusals: [organisationErrors.unitUnknown, subjectErrors.forgotten, disclosureErrors.unitHasNobody, disclosureErrors.channelForeign, disclosureErrors.receiptDayWrong, disclosureErrors.nameDiffers, disclosureErrors.mailUnknown, disclosureErrors.mailHandled, disclosureErrors.mailChannel],
  examples: [
    {
      summary: 'Handed in at a window',
      input: { unitId: 'shichang-jianguan', channel: 'inPerson', applicant: { name: '何小满', idNumber: '440114197001010014', phone: '13800000002', address: '新华街道建设北路12号之一' }, record: { title: '2025年食品安全抽检不合格名单', docNo: '花市监〔2025〕66号' }, wantedForm: 'pickUp' },
    },
  ],
  async run(ctx, { applicant, mailId, arrivedOn: told, receivedOn: stated, ...intake }) {
    mustTakeIn(ctx, intake.unitId, intake.channel)
    const mail = mailId === undefined ? undefined : await mailOf(ctx, mailId, intake)
    const today = dayOf(ctx.now)
    const arrivedOn = mail === undefined ? (told ?? stated ?? today) : dayOf(mail.arrivedAt)
    const isKnown = !awaitsConfirmation(intake.channel) || stated !== undefined
    const day = must(receiptDay({ channel: intake.channel, arrivedOn, statedOn: stated, today }))
    const hallId = ctx.caller.kind === 'staff' && intake.channel === 'inPerson' ? (ctx.caller.hallId ?? null) : null
    const who = await applicantFor(ctx, applicant)
    const taken = await takeRequest(ctx, { ...intake, applicant: who, hallId, arrivedOn, receivedOn: isKnown ? day : undefined })
    if (mail !== undefined) await giveMail(ctx, mail, { applicantId: who.id, requestNumber: taken.number })
    return taken
  },
})

/** A window takes what is handed in there, for every agency; the institution of an agency takes everything that is for it. */
function mustTakeIn(ctx: Ctx, unitId: string, channel: string): void {
  if (holdsRole(ctx.caller, 'disclosureOfficer', unitId)) return
  const isClerk = ctx.caller.kind === 'staff' && ctx.caller.roles.some(({ role }) => role === 'windowClerk')
  if (!isClerk || channel !== 'inPerson') throw new Refusal(disclosureErrors.channelForeign, { channel })
}

/** The mail that becomes this application: it came to the same agency, as an e-mail. */
async function mailOf(ctx: Ctx, mailId: string, { unitId, channel }: { readonly unitId: string; readonly channel: string }): Promise<MailRow> {
  const mail = await getWaitingMail(ctx, mailId)
  if (mail.unitId !== unitId || channel !== 'email') throw new Refusal(disclosureErrors.mailChannel, { channel })
  return mail
}

/** The mail goes over to the applicant: sealed under his key, so that it is forgotten with him. The key that it came under is destroyed. */
async function giveMail(ctx: Ctx, mail: MailRow, to: { readonly applicantId: string; readonly requestNumber: string }): Promise<void> {
  const { vault } = ctx.services
  const words = await vault.open<Mail>(ctx.db, mail.subjectId, mail.sealedMail)
  const sealedMail = await vault.seal(ctx.db, to.applicantId, words)
  await registerMail(ctx.db, mail.id, { by: actorOf(ctx.caller), at: ctx.now, requestNumber: to.requestNumber, sealedMail, sealedFor: to.applicantId })
  await vault.destroyKey(ctx.db, mail.id, ctx.now)
}
