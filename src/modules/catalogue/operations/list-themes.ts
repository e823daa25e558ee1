import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { themesMeant } from '../plain-words.ts'
import { Key } from '../schema/scenario.ts'
import { themeAudience } from '../schema/theme.ts'
import { readThemes } from '../store/lists.ts'

/** The themes (一件事) in the order of their keys. */
export const listThemes = defineOperation({
  name: 'catalogue.list-themes',
  summary: 'The theme packages: things in life and business that take several items',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/themes' },
  access: 'public',
  input: z.object({
    /** What somebody needs, in plain words: the few themes that it may mean, the likeliest first. */
    q: z.string().max(200).optional(),
    lifeStage: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: Key.optional(),
  }),
  output: z.object({
    items: z.array(z.object({ key: z.string(), name: z.string(), formalName: z.string(), lifeStage: z.string(), audience: z.enum(['person', 'organisation']), leadDepartment: z.string(), itemCount: z.int() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [
    { summary: 'The first themes', input: { limit: 5 } },
    { summary: 'In plain words', input: { q: '开饭店' } },
  ],
  async run(ctx, { q, lifeStage, limit, cursor }) {
    const all = await readThemes(ctx.db)
    const themes = (q === undefined ? all : themesMeant(q, all)).filter((theme) => (lifeStage === undefined || theme.lifeStage === lifeStage) && (cursor === undefined || theme.key > cursor))
    const items = themes.slice(0, limit).map(({ steps, ...theme }) => {
      const { key, name, formalName, lifeStage: stage, leadDepartment } = theme
      return { key, name, formalName, lifeStage: stage, audience: themeAudience(theme), leadDepartment, itemCount: new Set(steps.flatMap((step) => step.items.map((one) => one.item))).size }
    })
    return { items, nextCursor: themes.length > limit ? (items.at(-1)?.key ?? null) : null }
  },
})
