import type { Ctx } from '#kernel/contract/operation.ts'
import { type Day, yearOf } from '#kernel/time/day.ts'
import type { ReportFormat, ReportKind } from '../schema.ts'
import { disclosureAnnualWord } from './disclosure-annual.ts'
import { halfYearWord, halfYearWorkbook } from './half-year.ts'
import { scorecardsWorkbook } from './scorecards.ts'

export const contentTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface AskedReport {
  readonly kind: ReportKind
  readonly format: ReportFormat
  readonly from: Day
  readonly to: Day
}

/** The bytes of a report. Scorecards are of the month in which the period begins, the annual report on disclosure is of the year. */
export function writeBytes(ctx: Ctx, { kind, format, from, to }: AskedReport): Promise<Uint8Array> {
  if (kind === 'scorecards') return scorecardsWorkbook(ctx, from)
  if (kind === 'disclosure-annual') return disclosureAnnualWord(ctx, { year: yearOf(from) })
  return format === 'docx' ? halfYearWord(ctx, { from, to }) : halfYearWorkbook(ctx, { from, to })
}

export function fileNameOf({ kind, format, from, to }: AskedReport): string {
  if (kind === 'disclosure-annual') return `${kind}-${yearOf(from)}.${format}`
  return `${kind}-${from}-${to}.${format}`
}
