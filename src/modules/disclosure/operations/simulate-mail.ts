import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { disclosureErrors } from '../errors.ts'
import { simulatedMailBoxOf } from '../mail/mail-box-of.ts'
import { Mail, UnitKey } from '../schema.ts'
import { fetchMails } from './fetch-mails.ts'

/** Lets somebody write to the mail box of a demo, and takes the mail at once. There is no such thing where the mail box is real. */
export const simulateMail = defineOperation({
  name: 'disclosure.simulate-mail',
  summary: 'Puts a mail of one’s choice into the simulated mail box of an agency',
  kind: 'command',
  access: { permission: 'disclosure:handle' },
  input: Mail.extend({ unitId: UnitKey }),
  output: z.object({ taken: z.int() }),
  refusals: [disclosureErrors.noSimulator, organisationErrors.unitUnknown],
  async run(ctx, mail) {
    const box = simulatedMailBoxOf(ctx.services)
    if (box === undefined) throw new Refusal(disclosureErrors.noSimulator)
    await getUnit(ctx.db, mail.unitId)
    box.put({ ...mail, key: newId(ctx.now.getTime()), arrivedAt: ctx.now })
    return fetchMails.run({ ...ctx, caller: law }, {})
  },
})
