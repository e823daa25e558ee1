import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { recipientsOf } from '../recipients.ts'
import { openMessages } from '../sealed-message.ts'
import { listInApp } from '../store.ts'

/** 消息中心: what the office told the caller, or the units whose roles he holds. */
export const listMessages = defineOperation({
  name: 'kernel.list-messages',
  summary: 'Lists the messages of the signed-in caller and of the unit roles that they hold, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/messages' },
  access: 'signed-in',
  input: z.object({
    unreadOnly: z.stringbool().or(z.boolean()).default(false),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        recipient: z.string(),
        template: z.string(),
        text: z.string().nullable().describe('null when the person it is about was forgotten'),
        matterKind: z.string().nullable(),
        matterNumber: z.string().nullable(),
        createdAt: z.string(),
        readAt: z.string().nullable(),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'What is still to be read', input: { unreadOnly: true } }],
  async run({ db, caller, services }, { unreadOnly, limit, cursor }) {
    const rows = await listInApp(db, recipientsOf(caller), { unreadOnly, limit: limit + 1, cursor })
    const page = rows.slice(0, limit)
    const contents = await openMessages(db, services.vault, page)
    return {
      items: page.map(({ id, recipient, template, matterKind, matterNumber, createdAt, readAt }, at) => ({
        id,
        recipient,
        template,
        text: contents[at]?.text ?? null,
        matterKind,
        matterNumber,
        createdAt: instantText(createdAt),
        readAt: readAt && instantText(readAt),
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
