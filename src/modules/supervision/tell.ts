import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { notify } from '#kernel/notify/notify.ts'
import type { Recipient } from '#kernel/notify/recipients.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

/** Tells somebody in the app; a text names the matter by its number alone. */
export async function tell(ctx: Ctx, to: { readonly recipient: Recipient; readonly matterId: string }, key: keyof typeof zh.messages, params: MessageParams): Promise<void> {
  await notify(ctx, { ...to, subjectId: null, channels: ['in-app'], template: { key: `supervision.${key}`, text: zh.messages[key] }, params })
}

/** Tells the head of a unit, and the person if one is named. */
export async function tellConcerned(ctx: Ctx, { unitId, staffId, matterId }: { readonly unitId: string; readonly staffId: string | null; readonly matterId: string }, key: keyof typeof zh.messages, params: MessageParams): Promise<void> {
  await tell(ctx, { recipient: `unit:${unitId}:unitHead`, matterId }, key, params)
  if (staffId !== null) await tell(ctx, { recipient: `staff:${staffId}`, matterId }, key, params)
}
