import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { notify } from '#kernel/notify/notify.ts'
import { factsOf } from './caller-of.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

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
  const told = { subjectId: callerId, matterId, template: { key: `hotline.${key}`, text: zh.messages[key] }, params }
  if (personId !== null) await notify(ctx, { ...told, recipient: `person:${personId}`, channels: ['in-app'] })
  const phone = facts?.phone
  if (phone) await notify(ctx, { ...told, recipient: `phone:${ctx.services.vault.index('phone', phone)}`, channels: ['sms'], address: { sms: phone } })
}

/** Tells one member of staff; the text names the order by its number alone. */
export async function tellStaff(ctx: Ctx, to: { readonly staffId: string; readonly matterId: string }, key: keyof typeof zh.messages, params: MessageParams): Promise<void> {
  await notify(ctx, { recipient: `staff:${to.staffId}`, subjectId: null, matterId: to.matterId, channels: ['in-app'], template: { key: `hotline.${key}`, text: zh.messages[key] }, params })
}

/** Tells those of a unit who hold a role. A text for staff names the order by its number alone. */
export async function tellUnit(ctx: Ctx, to: { readonly unitId: string; readonly role: string; readonly matterId: string }, key: keyof typeof zh.messages, params: MessageParams): Promise<void> {
  await notify(ctx, { recipient: `unit:${to.unitId}:${to.role}`, subjectId: null, matterId: to.matterId, channels: ['in-app'], template: { key: `hotline.${key}`, text: zh.messages[key] }, params })
}
