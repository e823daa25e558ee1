import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { figuresOf, shown } from '../figures-of.ts'
import { getMetric } from '../registry.ts'
import { ShownFigure } from '../schema.ts'

const ofToday = ['cases.received', 'cases.accepted', 'cases.decided'] as const
const ofMonth = ['cases.on-time-rate', 'cases.overdue-open', 'cases.online-rate', 'evaluations.satisfaction-rate'] as const

/** What a wall screen in the hall shows: today so far, and this month so far. */
export const getWall = defineOperation({
  name: 'reporting.get-wall',
  summary: 'Computes the figures of the wall screen: today and this month, up to now',
  kind: 'query',
  http: { method: 'GET', path: '/wall' },
  access: 'public',
  rate: { perMinute: 20 },
  input: z.strictObject({ hallId: z.string().min(1).max(100).optional() }),
  output: z.object({ day: z.string(), today: z.array(ShownFigure), month: z.array(ShownFigure) }),
  refusals: [],
  examples: [{ summary: 'The whole office', input: {} }],
  async run(ctx, { hallId }) {
    const day = dayOf(ctx.now)
    const first = `${day.slice(0, 8)}01` as Day
    const today = await figuresOf(ctx, ofToday.map(getMetric), { from: day, to: day, hallId })
    const month = await figuresOf(ctx, ofMonth.map(getMetric), { from: first, to: day, hallId })
    return { day, today: today.map(shown), month: month.map(shown) }
  },
})
