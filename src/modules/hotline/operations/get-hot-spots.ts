import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { addCalendarDays, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { growthOf, isHot } from '../rules/hot-spots.ts'
import { countCategories, countSpots } from '../store/analysis.ts'
import { hotlineSettings } from '../settings.ts'

/** Where people call about the same thing, against the period before, and how each category fares. Counts only: nothing of any caller. */
export const getHotSpots = defineOperation({
  name: 'hotline.get-hot-spots',
  summary: 'Counts orders by category, at one of its two levels, and place over some days and compares them with the days before',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/hot-spots' },
  access: { permission: 'hotline:analyse' },
  input: z.object({ days: z.coerce.number().int().min(1).max(366).default(30), level: z.enum(['big', 'small']).default('big') }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    spots: z.array(z.object({ category: z.string(), regionCode: z.string(), now: z.number().int(), before: z.number().int(), growth: z.number().nullable(), hot: z.boolean() })),
    categories: z.array(z.object({ category: z.string(), orders: z.number().int(), returned: z.number().int(), answered: z.number().int(), satisfied: z.number().int(), suggested: z.number().int() })),
  }),
  refusals: [],
  examples: [{ summary: 'The last thirty days', input: { days: 30 } }],
  async run(ctx, { days, level }) {
    const to = dayOf(ctx.now)
    const from = addCalendarDays(to, 1 - days)
    const period = { before: instantAtStartOf(addCalendarDays(from, -days)), from: instantAtStartOf(from), until: instantAtStartOf(addCalendarDays(to, 1)) }
    const [spots, categories] = [await countSpots(ctx.db, period, level), await countCategories(ctx.db, period, level)]
    const rules = settingsAt(ctx, hotlineSettings)
    return { from, to, spots: spots.map((spot) => ({ ...spot, growth: growthOf(spot), hot: isHot(spot, rules) })), categories: [...categories] }
  },
})
