import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from './message-text.ts'
import { notify } from './notify.ts'
import type { Recipient } from './recipients.ts'

/** Whoever asked for something: the subject under whose key he is told, the person who was signed in, if anybody was, and a telephone that was left. */
export interface Asker {
  /** Null where nothing ties the matter to a subject: then under the key of the office. */
  readonly subjectId: string | null
  readonly matterId: string
  readonly personId: string | null
  readonly phone: string | null | undefined
}

/** How the matters of a module tell those concerned. What is told to staff names the matter by its number alone. */
export interface Tellers<Key extends string> {
  /** Those of a unit who hold a role, in the app. */
  readonly unit: (ctx: Ctx, to: { readonly unitId: string; readonly role: string; readonly matterId: string | null }, key: Key, params: MessageParams) => Promise<void>
  /** One member of staff, in the app. */
  readonly staff: (ctx: Ctx, to: { readonly staffId: string; readonly matterId: string | null }, key: Key, params: MessageParams) => Promise<void>
  /** Whoever asked: in the app when he signed in, by message when he left a number. Who left neither asks with number and code. */
  readonly asker: (ctx: Ctx, to: Asker, key: Key, params: MessageParams) => Promise<void>
}

/** The tellers of a module, whose templates are its messages by key. */
export function tellersOf<Key extends string>(module: string, messages: Readonly<Record<Key, string>>): Tellers<Key> {
  const template = (key: Key) => ({ key: `${module}.${key}`, text: messages[key] })
  const inApp = (ctx: Ctx, recipient: Recipient, matterId: string | null, told: { readonly key: Key; readonly params: MessageParams }): Promise<void> =>
    notify(ctx, { recipient, subjectId: null, matterId, channels: ['in-app'], template: template(told.key), params: told.params })
  return {
    unit: (ctx, { unitId, role, matterId }, key, params) => inApp(ctx, `unit:${unitId}:${role}`, matterId, { key, params }),
    staff: (ctx, { staffId, matterId }, key, params) => inApp(ctx, `staff:${staffId}`, matterId, { key, params }),
    asker: async (ctx, { subjectId, matterId, personId, phone }, key, params) => {
      const told = { subjectId, matterId, template: template(key), params }
      if (personId !== null) await notify(ctx, { ...told, recipient: `person:${personId}`, channels: ['in-app'] })
      if (phone) await notify(ctx, { ...told, recipient: `phone:${ctx.services.vault.index('phone', phone)}`, channels: ['sms'], address: { sms: phone } })
    },
  }
}
