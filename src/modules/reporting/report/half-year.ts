import type { Ctx } from '#kernel/contract/operation.ts'
import { drawChart } from '#kernel/drawing/chart.ts'
import { pictureOf } from '#kernel/drawing/picture.ts'
import { listFigureRows } from '#kernel/metrics/evaluate.ts'
import type { Figure } from '#kernel/metrics/metric.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { figuresOf, readingOf } from '../figures-of.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { partName } from '../part-names.ts'
import { allMetrics, getMetric } from '../registry.ts'
import { curveChart, curveOf } from '../wall/curve.ts'
import { sectionPicture } from './section-charts.ts'
import { simulatedNote } from './simulated-note.ts'
import { templateOn } from './template-in-force.ts'
import { figuresByUnit } from './unit-figures.ts'
import { type ReportPicture, type ReportSection, type ReportTable, wordOf } from './word.ts'
import { workbookOf } from './workbook.ts'
import { type ReportScope, writtenReport } from './written-report.ts'

const words = texts.report
const byUnit = ['cases.received', 'cases.accepted', 'cases.decided', 'cases.on-time-rate', 'cases.overdue-open', 'evaluations.satisfaction-rate'] as const
const otherByUnit = ['hotline.orders', 'hotline.on-time-rate', 'grid.reported', 'publication.records', 'disclosure.requests', 'supervision.findings'] as const
const pageOfRows = 5_000

type ReportPeriod = Omit<ReportScope, 'unitId'>

/** The half-year report as a Word file: sentences of the template with a drawing in each section, the curve of the period, a table by unit, and the definition of every figure. */
export async function halfYearWord(ctx: Ctx, period: ReportPeriod): Promise<Uint8Array> {
  const figures = await figuresOf(ctx, allMetrics, period)
  const report = await writtenReport(ctx, await templateOn(ctx, 'half-year', dayOf(ctx.now)), period, figures)
  const notes = [simulatedNote(ctx.services), report.sections.length === 0 ? words.noData : words.madeFrom].filter((note) => note !== undefined)
  const tables = [await unitTable(ctx, period, words.tableByUnit, byUnit), await unitTable(ctx, period, words.otherByUnit, otherByUnit), definitionTable(words.annex, figures)].filter((table) => table.rows.length > 0)
  const sections: ReportSection[] = []
  for (const section of report.sections) sections.push({ ...section, picture: await sectionPicture(ctx, section, period) })
  return wordOf({ title: report.title, sections }, { notes, pictures: await curvePicture(ctx, period), tables })
}

/** The same figures as a workbook: first the definitions, then a sheet for each figure with its whole list. */
export async function halfYearWorkbook(ctx: Ctx, period: ReportPeriod): Promise<Uint8Array> {
  const figures = (await figuresOf(ctx, allMetrics, period)).filter((figure) => figure.valueText !== null)
  const lists: ReportTable[] = []
  for (const figure of figures) lists.push(await listOf(ctx, figure))
  return workbookOf([definitionTable(words.figures, figures), ...lists], simulatedNote(ctx.services))
}

/** What came in and went out, drawn and described; nothing for a period without cases. */
async function curvePicture(ctx: Ctx, period: ReportPeriod): Promise<readonly ReportPicture[]> {
  const points = await curveOf(ctx, period, ctx.now)
  const sum = (of: 'received' | 'decided'): number => points.reduce((total, point) => total + point[of], 0)
  if (sum('received') + sum('decided') === 0) return []
  const chart = curveChart(points)
  const caption = words.curveAlt.replace('{received}', String(sum('received'))).replace('{decided}', String(sum('decided')))
  return [{ title: words.curve, caption, bytes: await pictureOf(await drawChart(chart, 'paper')), width: chart.width, height: chart.height }]
}

function definitionTable(title: string, figures: readonly Figure[]): ReportTable {
  return {
    title,
    head: [words.figure, words.value, words.parts, words.counts, words.version, words.cutOff, words.source],
    rows: figures.flatMap((figure) => {
      const { words: named, source } = getMetric(figure.metric)
      if (figure.valueText === null) return []
      const parts = figure.denominator === null ? String(figure.numerator) : `${figure.numerator}／${figure.denominator}`
      return [[named.name, figure.valueText, parts, named.counts, words.versionOf.replace('{version}', String(figure.definitionVersion)), instantText(figure.cutOff), source]]
    }),
  }
}

async function unitTable(ctx: Ctx, period: ReportPeriod, title: string, metrics: readonly string[]): Promise<ReportTable> {
  const units = await figuresByUnit(ctx, metrics, period)
  const rows = units.map(({ name, figures }) => [name, ...metrics.map((metric) => figures.get(metric)?.valueText ?? '')])
  return withoutEmptyColumns({ title, head: [words.unit, ...metrics.map((metric) => getMetric(metric).words.name)], rows })
}

function withoutEmptyColumns({ title, head, rows }: ReportTable): ReportTable {
  const kept = (_: string, column: number): boolean => rows.some((row) => row[column] !== '')
  return { title, head: head.filter(kept), rows: rows.map((row) => row.filter(kept)) }
}

async function listOf(ctx: Ctx, figure: Figure): Promise<ReportTable> {
  const rows: string[][] = []
  for await (const { key, number, at, unitId, counted } of rowsOf(ctx, figure.metric, figure)) {
    const unit = unitId === null ? null : await partName(ctx, { by: 'unitId', key: unitId, day: figure.to })
    rows.push([number ?? key, at === null ? '' : instantText(at), unit ?? '', counted ? words.yes : words.no])
  }
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
