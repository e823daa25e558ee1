import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listScope } from '../access.ts'
import { ShownMail, shownMails } from '../mail-view.ts'
import { MAIL_STATES } from '../schema.ts'
import { listMailRows } from '../store/mails.ts'

/** The mail box of a disclosure institution: what waits to be read, what became an application, what was none. */
export const listMails = defineOperation({
  name: 'disclosure.list-mails',
  summary: 'Lists the mails that came to the disclosure institutions of the caller, newest first; to supervisors those of all, without their words',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/mails' },
  access: { permission: 'disclosure:read-mails' },
  input: z.object({ state: z.enum(MAIL_STATES).default('waiting'), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(ShownMail), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What waits to be read', input: {} }],
  async run(ctx, { state, limit, cursor }) {
    const scope = listScope(ctx.caller)
    const found = await listMailRows(ctx.db, { units: scope === 'all' ? null : scope, state, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    return { items: [...(await shownMails(ctx, page))], nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
