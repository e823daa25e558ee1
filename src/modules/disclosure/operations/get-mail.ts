import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { disclosureErrors } from '../errors.ts'
import { getMailFor, readMail, ShownMail, shownMail } from '../mail-view.ts'

export const getMail = defineOperation({
  name: 'disclosure.get-mail',
  summary: 'Shows a mail to the disclosure institution that it came to; the reading is recorded. Supervisors see what became of it',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/mails/{id}' },
  access: { permission: 'disclosure:read-mails' },
  input: z.object({ id: z.uuid() }),
  output: ShownMail.extend({ from: z.string().nullable(), text: z.string().nullable() }),
  refusals: [disclosureErrors.mailUnknown],
  examples: [{ summary: 'A mail', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const mail = await getMailFor(ctx, id, 'anyReader')
    const read = await readMail(ctx, mail)
    return { ...(await shownMail(ctx, mail)), from: read?.from ?? null, text: read?.text ?? null }
  },
})
