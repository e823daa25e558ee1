import type { Ctx } from '#kernel/contract/operation.ts'
import { issueDocument, type IssuedDocument } from '#kernel/documents/issue.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { type UrgingKind, urgingLetters } from './templates.ts'

export interface Urging {
  readonly matterId: string
  readonly orderNumber: string
  readonly unitId: string
  readonly dueOn: Day
  /** Of a criticism, the day of the reminder that did not help. */
  readonly remindedOn: Day | undefined
  /** Working days after a reminder from which a unit is criticised. */
  readonly days: number
}

/** Issues the numbered letter in the transaction of the step that it records. */
export async function issueUrging(ctx: Ctx, kind: UrgingKind, { matterId, unitId, ...said }: Urging): Promise<IssuedDocument> {
  const [office, unit] = [await getOffice(ctx.db), await getUnit(ctx.db, unitId)]
  return issueDocument(ctx, {
    matterId,
    kind,
    template: urgingLetters[kind],
    issuerUnitId: office.id,
    numberPrefix: `${office.shortName}${texts.numberPrefix}〔${dayOf(ctx.now).slice(0, 4)}〕`,
    subjectId: null,
    data: { ...said, unit: unit.name, office: office.name, sealName: texts.sealName },
  })
}
