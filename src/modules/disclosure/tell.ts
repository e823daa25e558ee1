import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { notify } from '#kernel/notify/notify.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }
import type { ApplicantFacts } from './schema.ts'
import type { DisclosureRequest } from './store/requests.ts'

export type MessageKey = keyof typeof zh.messages

/** A due day as a message names it, marked where it may still move (T-14). */
export function dueText(due: { readonly dueDay: string; readonly provisional: boolean } | undefined): string {
  if (due === undefined) return ''
  return due.provisional ? zh.provisionalDay.replace('{day}', due.dueDay) : due.dueDay
}

type Addressed = Pick<DisclosureRequest, 'applicantId' | 'personId' | 'sealedFacts'> & { readonly matterId: string }

/** Tells an applicant in the app when he applied signed in, and by message to the telephone that he gave. */
export async function tellApplicant(ctx: Ctx, to: Addressed, key: MessageKey, params: MessageParams): Promise<void> {
  const { vault } = ctx.services
  const facts = await vault.open<ApplicantFacts>(ctx.db, to.applicantId, to.sealedFacts)
  const told = { subjectId: to.applicantId, matterId: to.matterId, template: { key: `disclosure.${key}`, text: zh.messages[key] }, params }
  if (to.personId !== null) await notify(ctx, { ...told, recipient: `person:${to.personId}`, channels: ['in-app'] })
  const phone = facts?.phone
  if (phone) await notify(ctx, { ...told, recipient: `phone:${vault.index('phone', phone)}`, channels: ['sms'], address: { sms: phone } })
}

/** Tells those of the disclosure institution of a unit who hold a role; the text names the application by its number alone, a mail not at all. */
export async function tellUnit(ctx: Ctx, to: { readonly unitId: string; readonly role: 'disclosureOfficer' | 'disclosureHead'; readonly matterId: string | null }, key: MessageKey, params: MessageParams): Promise<void> {
  await notify(ctx, { recipient: `unit:${to.unitId}:${to.role}`, subjectId: null, matterId: to.matterId, channels: ['in-app'], template: { key: `disclosure.${key}`, text: zh.messages[key] }, params })
}
