import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { ChannelKind, SendingChannelKind } from './channel.ts'
import { fillMessage, type MessageParams, type MessageTemplate } from './message-text.ts'
import type { Recipient } from './recipients.ts'
import { sealMessage } from './sealed-message.ts'
import { insertMessages, type NewMessage } from './store.ts'

export interface Notification {
  readonly recipient: Recipient
  /** Whose data the text holds; it is sealed under this subject's key. Null: nobody's, sealed by the office. */
  readonly subjectId: string | null
  readonly matterId: string | null
  readonly channels: readonly ChannelKind[]
  readonly template: MessageTemplate
  readonly params: MessageParams
  /** Telephone number or e-mail address, sealed with the text; without it the channel must find the recipient's own. */
  readonly address?: Readonly<Partial<Record<SendingChannelKind, string>>>
}

/**
 * Writes a message for one recipient in the caller's transaction, one row per channel in one insert. In the app it is there
 * at commit; SMS and e-mail wait in the table for the job that looks for them every second, and are never sent if the transaction rolls back. A template whose
 * value is missing is a fault.
 */
export async function notify(ctx: Ctx, notification: Notification): Promise<void> {
  const { recipient, subjectId, matterId, template, address = {} } = notification
  const text = fillMessage(template, notification.params)
  const rows: NewMessage[] = []
  for (const channel of new Set(notification.channels)) {
    const sealed = await sealMessage(ctx, subjectId, channel === 'in-app' ? { text } : { text, to: address[channel] })
    rows.push({ id: newId(ctx.now.getTime()), recipient, subjectId, matterId, channel, template: template.key, sealed })
  }
  await insertMessages(ctx.db, rows, ctx.now)
}
