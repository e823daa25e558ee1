import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { SettingKey, shownSetting, ShownSetting } from '../schema.ts'

/** What a city may decide for itself (Appendix E), with what holds on a day, today unless told, in the order in which the businesses name them; the cursor is the last key that was listed. */
export const listSettings = defineOperation({
  name: 'kernel.list-settings',
  summary: 'Lists the local rules with their values, defaults and the bounds that the law sets',
  kind: 'query',
  http: { method: 'GET', path: '/settings' },
  access: { permission: 'settings:read' },
  input: z.object({ on: Day.optional(), limit: z.coerce.number().int().min(1).max(500).default(500), cursor: SettingKey.optional() }),
  output: z.object({ items: z.array(ShownSetting), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What holds on a day', input: { on: '2026-09-07', limit: 10 } }],
  async run(ctx, { on = dayOf(ctx.now), limit, cursor }) {
    const { settings } = ctx.services
    const all = [...settings.named.values()]
    const found = all.slice(all.findIndex(({ key }) => key === cursor) + 1)
    const items = found.slice(0, limit).map((named) => shownSetting(named, settings.changesOf(named.key), on))
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.key ?? null) : null }
  },
})
