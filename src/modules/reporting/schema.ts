import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'

const Text = z.string().min(1).max(100)

/** In the place of a part: what has none of that dimension, such as the hall of what came over the network. */
export const without = 'none'

/** Which figures: a period, the instant from which it is seen, and a part of the office. */
export const FigureQuestion = z.strictObject({
  from: Day,
  /** Last day, included. */
  to: Day,
  /** Shows the figures as they stood at an instant; the end of the period unless told, now if that has not come. */
  asOf: z.iso.datetime({ offset: true }).optional(),
  unitId: Text.optional(),
  hallId: Text.optional(),
  windowId: Text.optional(),
  item: Text.optional(),
  channel: Text.optional(),
  regionCode: Text.optional(),
  /** What a module tells apart: `person` and `organisation` who apply, the service that was rated. */
  kind: Text.optional(),
})
export type FigureQuestion = z.infer<typeof FigureQuestion>

/** A period of at most six years that ends no earlier than it begins. */
export function isPeriod({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 5
}

/** A figure with its definition: no percentage stands without what it is made of. */
export const ShownFigure = z.object({
  metric: z.string(),
  name: z.string(),
  counts: z.string(),
  definition: z.string(),
  source: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** Null when there is no data. */
  value: z.string().nullable(),
  listed: z.int(),
  counted: z.int(),
  cutOffAt: z.string(),
  /** Figures without which this one deceives, such as the late and still open beside a rate of those on time. */
  beside: z.array(z.object({ metric: z.string(), name: z.string(), numerator: z.number() })),
})
export type ShownFigure = z.infer<typeof ShownFigure>

/** A figure beside the one of the year before, seen from the same distance. */
export const ComparedFigure = ShownFigure.extend({
  yearBefore: z
    .object({
      numerator: z.number(),
      denominator: z.number().nullable(),
      value: z.string().nullable(),
      /** Of a count: by how much it changed. Null without a year before. */
      changePercent: z.string().nullable(),
      /** Of a rate: by how many percentage points it changed. */
      changePoints: z.string().nullable(),
    })
    .optional(),
})
export type ComparedFigure = z.infer<typeof ComparedFigure>

/** Whose lists a caller opens: of the whole office, or of these units and this hall. */
export const ListReach = z.union([z.literal('all'), z.object({ unitIds: z.array(z.string()).readonly(), hallId: z.string().nullable() })])
export type ListReach = z.infer<typeof ListReach>

/** `disclosure-annual`: 政府信息公开工作年度报告. */
export const REPORT_KINDS = ['half-year', 'scorecards', 'disclosure-annual'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** The reports whose sentences an official may change. */
export const TEMPLATE_NAMES = ['half-year', 'disclosure-annual'] as const
export type TemplateName = (typeof TEMPLATE_NAMES)[number]

/** Word to hand in, a workbook to check line by line. */
export const REPORT_FORMATS = ['docx', 'xlsx'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** In what each kind is written: scorecards are tables alone, the annual report on disclosure is handed in as it is printed. */
export const FORMATS_OF: Readonly<Record<ReportKind, readonly ReportFormat[]>> = { 'half-year': REPORT_FORMATS, scorecards: ['xlsx'], 'disclosure-annual': ['docx'] }

/** A template as officials write it; see `report/template-text.ts`. */
export const TemplateText = z.string().min(1).max(50_000)
