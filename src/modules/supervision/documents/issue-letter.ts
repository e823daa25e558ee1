import type { Ctx } from '#kernel/contract/operation.ts'
import { issueDocument, type IssuedDocument } from '#kernel/documents/issue.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { fillMessage } from '#kernel/notify/message-text.ts'
import { dayOf, type Day } from '#kernel/time/day.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import type { Recording } from '../store/measures.ts'
import { bulletinTemplate, type LetterKind, measureLetters } from './templates.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

export interface MeasureLetter {
  readonly matterId: string
  readonly measure: LetterKind
  readonly unitId: string
  readonly month: string
  readonly findingNumber: string
  readonly findings: number
  readonly points: number
  readonly answerBy: Day | undefined
  /** The same day, where it rests on a year whose arrangement is not published yet (T-14). */
  readonly provisional: Day | undefined
  /** The files that go with it. */
  readonly recordings: readonly Recording[]
}

/** Issues the numbered letter of a measure in the transaction of the finding that it follows from. */
export async function issueMeasureLetter(ctx: Ctx, { matterId, measure, unitId, month, recordings, ...said }: MeasureLetter): Promise<IssuedDocument> {
  const unit = await getUnit(ctx.db, unitId)
  return issue(ctx, { matterId, template: measureLetters[measure] }, { ...said, unit: unit.name, year: Number(month.slice(0, 4)), monthOfYear: Number(month.slice(5)), ...(recordings.length > 0 && { recordings: listed(recordings) }) })
}

/** Each finding with how many files of it go with the letter. */
function listed(recordings: readonly Recording[]): string {
  const byFinding = Map.groupBy(recordings, ({ finding }) => finding)
  return [...byFinding].map(([finding, { length }]) => fillMessage({ key: 'supervision.recording', text: texts.recording }, { finding, count: length })).join('、')
}

/** Issues the bulletin of a period. */
export function issueBulletin(ctx: Ctx, matterId: string, data: DocumentData): Promise<IssuedDocument> {
  return issue(ctx, { matterId, template: bulletinTemplate }, data)
}

async function issue(ctx: Ctx, { matterId, template }: { readonly matterId: string; readonly template: typeof bulletinTemplate }, data: DocumentData): Promise<IssuedDocument> {
  const office = await getOffice(ctx.db)
  return issueDocument(ctx, {
    matterId,
    kind: template.kind,
    template,
    issuerUnitId: office.id,
    numberPrefix: `${office.shortName}${texts.numberPrefix}〔${dayOf(ctx.now).slice(0, 4)}〕`,
    subjectId: null,
    data: { ...data, office: office.name, sealName: texts.sealName },
  })
}
