import type { Ctx } from '#kernel/contract/operation.ts'
import { notify } from '#kernel/notify/notify.ts'
import type { CaseRecord } from './store/cases.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

export type Message = keyof typeof texts.messages

/** A due day as a message names it, marked where it may still move (T-14). */
export function dueText(day: string, provisional: boolean): string {
  return provisional ? texts.provisionalDay.replace('{day}', day) : day
}

/** Tells everybody on the applicant's side, in the app and by short message, in the transaction of the step. */
export async function tellParties(ctx: Ctx, record: CaseRecord, message: Message, params: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const personId of record.detail.parties) {
    await notify(ctx, {
      recipient: `person:${personId}`,
      subjectId: personId,
      matterId: record.matter.id,
      channels: ['in-app', 'sms'],
      template: { key: `cases.${message}`, text: texts.messages[message] },
      params: { item: record.detail.item_name, number: record.matter.number, ...params },
    })
  }
}
