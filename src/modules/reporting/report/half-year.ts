import type { Ctx } from '#kernel/contract/operation.ts'
import { listFigureRows } from '#kernel/metrics/evaluate.ts'
import type { Figure } from '#kernel/metrics/metric.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { figuresOf, readingOf } from '../figures-of.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { allMetrics, getMetric } from '../registry.ts'
import { writeReport } from './sentences.ts'
import { readTemplate } from './template.ts'
import { type ReportTable, wordOf } from './word.ts'
import { workbookOf } from './workbook.ts'

const words = texts.report
const byUnit = ['cases.received', 'cases.accepted', 'cases.decided', 'cases.on-time-rate', 'evaluations.satisfaction-rate'] as const
const pageOfRows = 5_000

export interface ReportPeriod {
  readonly from: Day
  readonly to: Day
}

/** The half-year report as a Word file: sentences of the template, a table by unit, and the definition of every figure. */
export async function halfYearWord(ctx: Ctx, period: ReportPeriod): Promise<Uint8Array> {
  const figures = await figuresOf(ctx, allMetrics, period)
  const office = await getOffice(ctx.db)
  const report = writeReport(readTemplate('half-year'), { figures: new Map(figures.map((figure) => [figure.metric, figure])), words: { office: office.name, ...wordsOf(period, figures[0]?.cutOff ?? ctx.now) } })
  const notes = [...(ctx.services.simulated ? [words.simulated] : []), report.sections.length === 0 ? words.noData : words.madeFrom]
  return wordOf(report, notes, [await unitTable(ctx, period), definitionTable(words.annex, figures)].filter((table) => table.rows.length > 0))
}

/** The same figures as a workbook: first the definitions, then a sheet for each figure with its whole list. */
export async function halfYearWorkbook(ctx: Ctx, period: ReportPeriod): Promise<Uint8Array> {
  const figures = (await figuresOf(ctx, allMetrics, period)).filter((figure) => figure.valueText !== null)
  const lists: ReportTable[] = []
  for (const figure of figures) lists.push(await listOf(ctx, figure))
  return workbookOf([definitionTable(words.figures, figures), ...lists])
}

function wordsOf({ from, to }: ReportPeriod, cutOff: Date): Readonly<Record<string, string>> {
  const [year = '', firstMonth = ''] = from.split('-')
  const lastMonth = to.slice(5, 7)
  const [, cutMonth = '', cutDay = ''] = dayOf(cutOff).split('-')
  const period = firstMonth === lastMonth ? `${Number(lastMonth)}月` : `${Number(firstMonth)}—${Number(lastMonth)}月`
  return { year, period, lastDay: `${Number(cutMonth)}月${Number(cutDay)}日` }
}

function definitionTable(title: string, figures: readonly Figure[]): ReportTable {
  return {
    title,
    head: [words.figure, words.value, words.parts, words.counts, words.version, words.cutOff, words.source],
    rows: figures.flatMap((figure) => {
      const { words: named, source } = getMetric(figure.metric)
      if (figure.valueText === null) return []
      const parts = figure.denominator === null ? String(figure.numerator) : `${figure.numerator}／${figure.denominator}`
      return [[named.name, figure.valueText, parts, named.counts, `${figure.metric}/${figure.definitionVersion}`, instantText(figure.cutOff), source]]
    }),
  }
}

async function unitTable(ctx: Ctx, period: ReportPeriod): Promise<ReportTable> {
  const metrics = byUnit.map(getMetric)
  const rows: (readonly string[])[] = []
  for (const unitId of await unitsWithCases(ctx, period)) {
    const figures = await figuresOf(ctx, metrics, { ...period, unitId })
    rows.push([(await getUnit(ctx.db, unitId)).shortName, ...figures.map((figure) => figure.valueText ?? '')])
  }
  return withoutEmptyColumns({ title: words.tableByUnit, head: [words.unit, ...metrics.map((metric) => metric.words.name)], rows })
}

function withoutEmptyColumns({ title, head, rows }: ReportTable): ReportTable {
  const kept = (_: string, column: number): boolean => rows.some((row) => row[column] !== '')
  return { title, head: head.filter(kept), rows: rows.map((row) => row.filter(kept)) }
}

async function unitsWithCases(ctx: Ctx, period: ReportPeriod): Promise<readonly string[]> {
  const units = new Set<string>()
  for await (const row of rowsOf(ctx, 'cases.received', period)) if (row.unitId !== null) units.add(row.unitId)
  return [...units].toSorted()
}

async function listOf(ctx: Ctx, figure: Figure): Promise<ReportTable> {
  const rows: string[][] = []
  for await (const row of rowsOf(ctx, figure.metric, figure)) rows.push([row.number ?? row.key, row.at === null ? '' : instantText(row.at), row.unitId ?? '', row.counted ? words.yes : words.no])
  return { title: getMetric(figure.metric).words.name, head: [words.number, words.at, words.unit, words.counted], rows }
}

async function* rowsOf(ctx: Ctx, metric: string, { from, to }: ReportPeriod): AsyncGenerator<Awaited<ReturnType<typeof listFigureRows>>[number]> {
  for (let after: string | undefined; ; ) {
    const page = await listFigureRows(readingOf(ctx), getMetric(metric), { from, to, now: ctx.now, limit: pageOfRows, after })
    yield* page
    after = page.at(-1)?.key
    if (page.length < pageOfRows) return
  }
}
