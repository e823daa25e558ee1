import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { addCalendarDays, addMonths, type Day } from '#kernel/time/day.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { getMetric } from '../registry.ts'
import { simulatedNote } from './simulated-note.ts'
import { figuresByUnit } from './unit-figures.ts'
import type { ReportTable } from './word.ts'
import { workbookOf } from './workbook.ts'

const words = texts.scorecards

/** The figures of a scorecard, in the order of its columns. */
const ofCard = ['cases.received', 'cases.accepted', 'cases.decided', 'cases.on-time-rate', 'cases.overdue-open', 'cases.online-rate', 'cases.corrected', 'evaluations.reviews', 'evaluations.satisfaction-rate', 'signals.yellow', 'signals.red'] as const

/** One figure of a unit in a month, beside the month before. */
const CardFigure = z.object({
  metric: z.string(),
  name: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** Null without data: nothing is not zero. */
  value: z.string().nullable(),
  monthBefore: z.string().nullable(),
})

/** What a unit did in a month. */
export const Scorecard = z.object({ unitId: z.string(), name: z.string(), figures: z.array(CardFigure) })
export type Scorecard = z.infer<typeof Scorecard>

/** The first and the last day of the month of a day. */
export function monthOf(day: Day): { readonly from: Day; readonly to: Day } {
  const from = `${day.slice(0, 8)}01` as Day
  return { from, to: addCalendarDays(addMonths(from, 1), -1) }
}

/** The scorecards of all units that had anything in the month, in the order of their keys. */
export async function scorecardsOf(ctx: Ctx, month: Day): Promise<readonly Scorecard[]> {
  const now = await figuresByUnit(ctx, ofCard, monthOf(month))
  const before = new Map((await figuresByUnit(ctx, ofCard, monthOf(addMonths(monthOf(month).from, -1)))).map((unit) => [unit.unitId, unit.figures]))
  return now.map(({ unitId, name, figures }) => ({
    unitId,
    name,
    figures: ofCard.map((metric) => {
      const figure = figures.get(metric)
      const monthBefore = before.get(unitId)?.get(metric)?.valueText ?? null
      return { metric, name: getMetric(metric).words.name, numerator: figure?.numerator ?? 0, denominator: figure?.denominator ?? null, value: figure?.valueText ?? null, monthBefore }
    }),
  }))
}

/** The scorecards as a workbook: all units side by side, then a sheet for each unit. */
export async function scorecardsWorkbook(ctx: Ctx, month: Day): Promise<Uint8Array> {
  const cards = await scorecardsOf(ctx, month)
  const all: ReportTable = {
    title: words.all,
    head: [words.unit, ...ofCard.map((metric) => getMetric(metric).words.name)],
    rows: cards.map(({ name, figures }) => [name, ...figures.map(({ value }) => value ?? '')]),
  }
  return workbookOf([all, ...cards.map(sheetOf)], simulatedNote(ctx.services))
}

function sheetOf({ name, figures }: Scorecard): ReportTable {
  return {
    title: name,
    head: [words.figure, words.value, words.parts, words.monthBefore, words.counts],
    rows: figures.map(({ metric, name: figure, value, numerator, denominator, monthBefore }) => [figure, value ?? '', denominator === null ? '' : `${numerator}／${denominator}`, monthBefore ?? '', getMetric(metric).words.counts]),
  }
}
