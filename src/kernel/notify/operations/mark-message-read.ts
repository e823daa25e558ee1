import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recipientsOf } from '../recipients.ts'
import { markRead } from '../store.ts'

/** Marks a message as read. One to a unit's role is read for all who hold the role as soon as one of them read it. */
export const markMessageRead = defineOperation({
  name: 'kernel.mark-message-read',
  summary: 'Marks a message of the signed-in caller as read',
  kind: 'command',
  http: { method: 'POST', path: '/messages/{id}/read' },
  access: 'signed-in',
  input: z.object({ id: z.uuid() }),
  output: z.object({ matterKind: z.string().nullable(), matterNumber: z.string().nullable() }).describe('The matter that the message is about'),
  refusals: [contractRefusals.notFound],
  examples: [{ summary: 'A message just read', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run({ db, caller, now }, { id }) {
    const matter = await markRead(db, id, recipientsOf(caller), now)
    if (matter === undefined) throw new Refusal(contractRefusals.notFound)
    return matter
  },
})
