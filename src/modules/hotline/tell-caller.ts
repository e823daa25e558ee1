import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { tellersOf } from '#kernel/notify/tellers.ts'
import { factsOf } from './caller-of.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

const tell = tellersOf('hotline', zh.messages)

interface Told {
  readonly matterId: string
  readonly callerId: string
  readonly personId: string | null
}

/** A due day as a message names it, marked where it may still move (T-14). */
export function dueText({ dueDay, provisional }: { readonly dueDay: string; readonly provisional: boolean }): string {
  return provisional ? zh.provisionalDay.replace('{day}', dueDay) : dueDay
}

/** Tells a caller in the app when he signed in, and by message when he left a number. Who left neither asks with number and code. */
export async function tellCaller(ctx: Ctx, { matterId, callerId, personId }: Told, key: keyof typeof zh.messages, params: MessageParams): Promise<void> {
  const facts = await factsOf(ctx, callerId)
  await tell.asker(ctx, { subjectId: callerId, matterId, personId, phone: facts?.phone }, key, params)
}

/** Tells one member of staff, or those of a unit who hold a role; a text for staff names the order by its number alone. */
export const { staff: tellStaff, unit: tellUnit } = tell
