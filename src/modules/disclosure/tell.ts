import type { Ctx } from '#kernel/contract/operation.ts'
import type { MessageParams } from '#kernel/notify/message-text.ts'
import { tellersOf } from '#kernel/notify/tellers.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }
import type { ApplicantFacts } from './schema.ts'
import type { DisclosureRequest } from './store/requests.ts'

export type MessageKey = keyof typeof zh.messages

const tell = tellersOf('disclosure', zh.messages)

/** A due day as a message names it, marked where it may still move (T-14). */
export function dueText(due: { readonly dueDay: string; readonly provisional: boolean } | undefined): string {
  if (due === undefined) return ''
  return due.provisional ? zh.provisionalDay.replace('{day}', due.dueDay) : due.dueDay
}

type Addressed = Pick<DisclosureRequest, 'applicantId' | 'personId' | 'sealedFacts'> & { readonly matterId: string }

/** Tells an applicant in the app when he applied signed in, and by message to the telephone that he gave. */
export async function tellApplicant(ctx: Ctx, to: Addressed, key: MessageKey, params: MessageParams): Promise<void> {
  const facts = await ctx.services.vault.open<ApplicantFacts>(ctx.db, to.applicantId, to.sealedFacts)
  await tell.asker(ctx, { subjectId: to.applicantId, matterId: to.matterId, personId: to.personId, phone: facts?.phone }, key, params)
}

/** Tells those of the disclosure institution of a unit who hold a role; the text names the application by its number alone, a mail not at all. */
export const { unit: tellUnit } = tell
