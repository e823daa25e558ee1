import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordAccess } from '#kernel/session/access-log.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { openMessages } from '../sealed-message.ts'
import { listOutbox } from '../store.ts'

/** 发件箱: what a gateway would have sent. In demo mode only, where the channels send nothing; each reading of a subject's message is recorded. */
export const listSentMessages = defineOperation({
  name: 'kernel.list-sent-messages',
  summary: 'Lists the SMS and e-mails of the demo office with their texts, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/sent-messages' },
  access: { permission: 'kernel:read-sent-messages' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        recipient: z.string(),
        channel: z.enum(['in-app', 'sms', 'email']),
        template: z.string(),
        to: z.string().nullable(),
        text: z.string().nullable(),
        matterNumber: z.string().nullable(),
        createdAt: z.string(),
        sentAt: z.string().nullable(),
        attempts: z.int(),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  }),
  refusals: [contractRefusals.notFound],
  examples: [{ summary: 'The newest five', input: { limit: 5 } }],
  async run({ db, caller, now, services }, { limit, cursor }) {
    if (!services.config.demo) throw new Refusal(contractRefusals.notFound)
    const rows = await listOutbox(db, { limit: limit + 1, cursor })
    const page = rows.slice(0, limit)
    const contents = await openMessages(db, services.vault, page)
    const subjects = new Set(page.flatMap(({ subjectId }) => subjectId ?? []))
    await recordAccess(db, ...[...subjects].map((subjectId) => ({ at: now, actor: actorOf(caller), act: 'unmask' as const, subjectId, purpose: 'sent-messages' })))
    return {
      items: page.map(({ id, recipient, channel, template, matterNumber, createdAt, sentAt, attempts }, at) => ({
        id,
        recipient,
        channel,
        template,
        to: contents[at]?.to ?? null,
        text: contents[at]?.text ?? null,
        matterNumber,
        createdAt: instantText(createdAt),
        sentAt: sentAt && instantText(sentAt),
        attempts,
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
