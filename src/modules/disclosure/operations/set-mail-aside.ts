import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { disclosureErrors } from '../errors.ts'
import { getMailFor, getWaitingMail, ShownMail, shownMail } from '../mail-view.ts'
import { Statement } from '../schema.ts'
import { setMailAside as writeSetAside } from '../store/mails.ts'

/** A mail that asks for no information: advertising, a question for another house, the same mail twice. */
export const setMailAside = defineOperation({
  name: 'disclosure.set-mail-aside',
  summary: 'Puts a mail aside that is no application, with the reason',
  kind: 'command',
  http: { method: 'POST', path: '/disclosure/mails/{id}/set-aside' },
  access: { permission: 'disclosure:handle' },
  input: z.object({ id: z.uuid(), reason: Statement }),
  output: ShownMail,
  refusals: [disclosureErrors.mailUnknown, disclosureErrors.mailHandled],
  examples: [{ summary: 'Advertising', input: { id: '01999999-0000-7000-8000-000000000000', reason: '广告邮件' } }],
  async run(ctx, { id, reason }) {
    await getWaitingMail(ctx, id)
    await writeSetAside(ctx.db, id, { by: actorOf(ctx.caller), at: ctx.now, reason })
    return shownMail(ctx, await getMailFor(ctx, id, 'institution'))
  },
})
