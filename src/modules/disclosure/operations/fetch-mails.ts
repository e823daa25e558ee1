import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { IncomingMail } from '../mail/mail-box.ts'
import { mailBoxOf } from '../mail/mail-box-of.ts'
import { hasMail, holdMailBoxes, insertMail } from '../store/mails.ts'
import { tellUnit } from '../tell.ts'

/**
 * Takes what came into the mail boxes; it is no application until an officer has read and registered it. The box is told that a mail
 * was taken when it is found to stand here, at the next look: so a mail is neither lost by a failure nor taken twice. Two jobs that
 * look at the same time look one after the other.
 */
export const fetchMails = defineOperation({
  name: 'disclosure.fetch-mails',
  summary: 'Takes new mails out of the mail boxes of the disclosure institutions',
  kind: 'command',
  access: { permission: 'disclosure:fetch-mails' },
  input: z.object({}),
  output: z.object({ taken: z.int() }),
  refusals: [],
  async run(ctx) {
    await holdMailBoxes(ctx.db)
    const box = mailBoxOf(ctx.services)
    const mails = box === undefined ? [] : await box.newMails()
    let taken = 0
    for (const mail of mails) {
      if (await hasMail(ctx.db, mail.key)) {
        await box?.taken(mail.key)
        continue
      }
      await takeMail(mail)
      taken += 1
    }
    return { taken }

    async function takeMail({ key, unitId, arrivedAt, from, subject, text }: IncomingMail): Promise<void> {
      const id = newId(ctx.now.getTime())
      await ctx.services.vault.createKey(ctx.db, id)
      await insertMail(ctx.db, { id, unit_id: unitId, mail_key: key, sealed_mail: await ctx.services.vault.seal(ctx.db, id, { from, subject, text }), arrived_at: arrivedAt })
      await tellUnit(ctx, { unitId, role: 'disclosureOfficer', matterId: null }, 'mail-arrived', {})
    }
  },
})
