import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { notify } from '#kernel/notify/notify.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

type MessageKey = keyof typeof zh.messages

interface Reporter {
  readonly eventId: string
  readonly personId: string | null
  readonly phone: string | null
}

/** Tells whoever reported: in the app when he signed in, by message when he left a number. Who left neither asks with number and code. */
export async function tellReporter(ctx: Ctx, { eventId, personId, phone }: Reporter, key: MessageKey, params: MessageParams): Promise<void> {
  const told = { subjectId: eventId, matterId: eventId, template: { key: `grid.${key}`, text: zh.messages[key] }, params }
  if (personId !== null) await notify(ctx, { ...told, recipient: `person:${personId}`, channels: ['in-app'] })
  if (phone !== null) await notify(ctx, { ...told, recipient: `phone:${ctx.services.vault.index('phone', phone)}`, channels: ['sms'], address: { sms: phone } })
}

/** Tells those of a unit who hold a role; the text names the event by its number alone. */
export async function tellUnit(ctx: Ctx, to: { readonly unitId: string; readonly role: string; readonly matterId: string }, key: MessageKey, params: MessageParams): Promise<void> {
  await notify(ctx, { recipient: `unit:${to.unitId}:${to.role}`, subjectId: null, matterId: to.matterId, channels: ['in-app'], template: { key: `grid.${key}`, text: zh.messages[key] }, params })
}
