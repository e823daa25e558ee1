import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { tellersOf } from '#kernel/notify/tellers.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

/** Tells staff and complainants in the app; a text names the matter by its number alone. */
export const { unit: tellUnit, staff: tellStaff, asker: tellAsker } = tellersOf('supervision', zh.messages)

/** Tells the head of a unit, and the person if one is named. */
export async function tellConcerned(ctx: Ctx, { unitId, staffId, matterId }: { readonly unitId: string; readonly staffId: string | null; readonly matterId: string }, key: keyof typeof zh.messages, params: MessageParams): Promise<void> {
  await tellUnit(ctx, { unitId, role: 'unitHead', matterId }, key, params)
  if (staffId !== null) await tellStaff(ctx, { staffId, matterId }, key, params)
}
