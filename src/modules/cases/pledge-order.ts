import type { Ctx } from '#kernel/contract/operation.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import type { DocumentOrder } from './issue-document.ts'
import { caseSettings } from './settings.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** The written commitment (告知承诺书) that stands in place of materials (C-19). */
export function pledgeOrder(ctx: Ctx, item: ItemVersion): DocumentOrder {
  return {
    kind: 'pledge',
    item,
    data: {
      legalBasis: texts.pledgeBasis,
      checkDays: settingsAt(ctx, caseSettings).pledgeVerification.value,
      conditions: item.acceptanceConditions.map((condition) => ({ condition: condition.text })),
      signedBy: texts.electronicSignature,
      signedOn: dayOf(ctx.now),
    },
  }
}
