import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'

const Text = z.string().min(1).max(100)

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
})
export type ShownFigure = z.infer<typeof ShownFigure>
