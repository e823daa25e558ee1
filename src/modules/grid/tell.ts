import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { tellersOf } from '#kernel/notify/tellers.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

type MessageKey = keyof typeof zh.messages

const tell = tellersOf('grid', zh.messages)

interface Reporter {
  readonly eventId: string
  readonly personId: string | null
  readonly phone: string | null
}

/** Tells whoever reported: in the app when he signed in, by message when he left a number. Who left neither asks with number and code. */
export async function tellReporter(ctx: Ctx, { eventId, personId, phone }: Reporter, key: MessageKey, params: MessageParams): Promise<void> {
  await tell.asker(ctx, { subjectId: eventId, matterId: eventId, personId, phone }, key, params)
}

/** Tells those of a unit who hold a role; the text names the event by its number alone. */
export const { unit: tellUnit } = tell
