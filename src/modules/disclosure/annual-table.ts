import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { type Day, dayOf, instantAtEndOf, instantAtStartOf, parseDay, yearOf } from '#kernel/time/day.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { readsTable } from './access.ts'
import { getAnnualReportFor, ShownAnnualReport, shownAnnualReport } from './annual-report.ts'
import { disclosureErrors } from './errors.ts'
import { annualReportDue } from './rules/annual-due.ts'
import { RESULT_ROWS } from './rules/annual-rows.ts'
import { APPLICANT_KINDS, REMEDY_KINDS, REMEDY_RESULTS } from './schema.ts'
import { countAnnual, countRemedies, sumFees } from './store/annual-rows.ts'
import { findReportNumber } from './store/annual-reports.ts'

/** One row of the table: a number for each kind of applicant, in the order of `APPLICANT_KINDS`, and all of them. */
const AnnualRow = z.object({ key: z.string(), counts: z.array(z.number().int()), total: z.number().int() })

/** The statistic table of the annual report, that of reviews and lawsuits, and the processing fees. */
export const AnnualTable = z.object({
  year: z.number().int(),
  unitId: z.string().nullable(),
  /** All units together: asked for without a unit, or for the government, which reports on the whole district (art. 49). */
  whole: z.boolean(),
  /** By when the report is published; null for all units together. */
  dueOn: z.string().nullable(),
  /** Of a year that is not over: up to now. */
  provisional: z.boolean(),
  columns: z.array(z.string()),
  rows: z.array(AnnualRow),
  remedies: z.array(z.object({ kind: z.string(), counts: z.array(z.object({ result: z.string(), count: z.number().int() })), total: z.number().int() })),
  /** The report that the unit owes about the year; null before the year is over, and for all units together. */
  report: ShownAnnualReport.nullable(),
  fees: z.object({ notices: z.number().int(), demandedFen: z.number().int(), paidFen: z.number().int() }),
})
export type AnnualTable = z.input<typeof AnnualTable>

export const AnnualQuestion = z.object({ year: z.coerce.number().int().min(2008).max(2100), unitId: z.string().regex(/^[a-z][a-zA-Z0-9-]*$/).max(60).optional() })

/** The table of a year for one unit, or for all, which is what the government tells too (O-13). The sum of its beginning is the sum of its end: received and carried in are answered or carried out. */
export async function annualTable(ctx: Ctx, { year, unitId }: z.output<typeof AnnualQuestion>): Promise<AnnualTable> {
  if (!readsTable(ctx.caller, unitId ?? null)) throw new Refusal(disclosureErrors.requestUnknown)
  const today = dayOf(ctx.now)
  if (year > yearOf(today)) throw new Refusal(disclosureErrors.yearFuture, { year })
  const firstDay: Day = parseDay(`${year}-01-01`)
  const lastDay: Day = parseDay(`${year}-12-31`)
  const kind = unitId === undefined ? undefined : (await getUnit(ctx.db, unitId)).kind
  const whole = kind === undefined || kind === 'government'
  const question = { unitId: whole ? null : (unitId ?? null), firstDay, lastDay, from: instantAtStartOf(firstDay), until: instantAtEndOf(lastDay) }
  const counted = await countAnnual(ctx.db, question)
  const countOf = (keys: readonly string[], kind: string): number => counted.filter(({ row, applicantKind }) => keys.includes(row) && applicantKind === kind).reduce((sum, { count }) => sum + count, 0)
  const rowOf = (key: string, keys: readonly string[] = [key]): AnnualTable['rows'][number] => {
    const counts = APPLICANT_KINDS.map((kind) => countOf(keys, kind))
    return { key, counts, total: counts.reduce((sum, count) => sum + count, 0) }
  }
  const remedies = await countRemedies(ctx.db, question)
  return {
    year,
    unitId: unitId ?? null,
    whole,
    dueOn: kind === undefined ? null : annualReportDue(year, kind),
    provisional: lastDay >= today,
    columns: [...APPLICANT_KINDS],
    rows: [rowOf('received'), rowOf('carriedIn'), ...RESULT_ROWS.map((key) => rowOf(key)), rowOf('results', RESULT_ROWS), rowOf('carriedOut')],
    remedies: REMEDY_KINDS.map((kind) => {
      const counts = REMEDY_RESULTS.map((result) => ({ result, count: remedies.find((one) => one.kind === kind && one.result === result)?.count ?? 0 }))
      return { kind, counts, total: counts.reduce((sum, { count }) => sum + count, 0) }
    }),
    report: await reportOf(ctx, year, unitId),
    fees: await sumFees(ctx.db, question),
  }
}

async function reportOf(ctx: Ctx, year: number, unitId: string | undefined): Promise<AnnualTable['report']> {
  const number = unitId === undefined ? undefined : await findReportNumber(ctx.db, { unitId, year })
  return number === undefined ? null : shownAnnualReport(ctx, await getAnnualReportFor(ctx, number, false))
}
