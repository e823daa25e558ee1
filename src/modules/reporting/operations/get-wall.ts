import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { drawChart } from '#kernel/drawing/chart.ts'
import { windowOf } from '#kernel/metrics/period.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listReach } from '../access.ts'
import { shownFigures } from '../figures-of.ts'
import { getMetric } from '../registry.ts'
import { ListReach, ShownFigure } from '../schema.ts'
import { curveChart, curveOf } from '../wall/curve.ts'
import { hallRows, WallHall } from '../wall/hall-rows.ts'
import { curveDays, periodUpTo, wallPeriods } from '../wall/period.ts'
import { Sketch, sketchOf } from '../wall/sketch.ts'
import { signalRows, WallSignal } from '../wall/signal-rows.ts'
import { unitRows, WallUnit } from '../wall/unit-rows.ts'

const ofPeriod = ['cases.on-time-rate', 'cases.on-the-spot-rate', 'cases.online-rate', 'evaluations.satisfaction-rate', 'hotline.satisfaction-rate'] as const
const ofToday = ['cases.received', 'cases.accepted', 'cases.decided', 'cases.unaccepted', 'cases.open'] as const
const ofSignals = ['signals.red', 'signals.yellow'] as const

/** What the leader's screen shows: the period in figures, units, halls, days and cards, each with the list that it opens. */
export const getWall = defineOperation({
  name: 'reporting.get-wall',
  summary: 'Computes the figures of the wall screen for today, this month or this year, as they stand now or stood at an instant',
  kind: 'query',
  http: { method: 'GET', path: '/wall' },
  access: { permission: 'reporting:read-wall' },
  rate: { perMinute: 20 },
  input: z.strictObject({ period: z.enum(wallPeriods).default('month'), asOf: z.iso.datetime({ offset: true }).optional() }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    cutOffAt: z.string(),
    figures: z.array(ShownFigure),
    today: z.array(ShownFigure),
    signals: z.array(ShownFigure),
    units: z.array(WallUnit),
    halls: z.array(WallHall),
    cards: z.array(WallSignal),
    /** By day or by month, each with the days that it counts. */
    curve: z.array(z.object({ at: z.string(), from: z.string(), to: z.string(), received: z.int(), decided: z.int() })),
    /** The curve as SVG. */
    drawing: z.string(),
    /** The district as a sketch; null where nobody has drawn it. */
    sketch: Sketch.nullable(),
    opens: ListReach,
  }),
  refusals: [],
  examples: [{ summary: 'The month so far', input: { period: 'month' } }],
  async run(ctx, { period, asOf }) {
    const seenAt = asOf === undefined || new Date(asOf) > ctx.now ? ctx.now : new Date(asOf)
    const day = dayOf(seenAt)
    const days = periodUpTo(day, period)
    const query = { ...days, now: ctx.now, asOf: seenAt }
    const question = { ...days, asOf: seenAt.toISOString() }
    const office = await getOffice(ctx.db)
    const curve = await curveOf(ctx, curveDays(day, period), seenAt)
    return {
      ...days,
      cutOffAt: instantText(windowOf(days.from, days.to, query).cutOff),
      figures: [...(await shownFigures(ctx, ofPeriod.map(getMetric), question))],
      today: [...(await shownFigures(ctx, ofToday.map(getMetric), { ...question, from: day }))],
      signals: [...(await shownFigures(ctx, ofSignals.map(getMetric), question))],
      units: [...(await unitRows(ctx, query))],
      halls: [...(await hallRows(ctx, query))],
      cards: [...(await signalRows(ctx, query))],
      curve: [...curve],
      drawing: await drawChart(curveChart(curve)),
      sketch: sketchOf(office.regionCode) ?? null,
      opens: listReach(ctx.caller, office.id),
    }
  },
})
