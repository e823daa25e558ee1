import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { ItemLine } from '../schema/answers.ts'
import { Key } from '../schema/scenario.ts'
import { ThemePackage } from '../schema/theme.ts'
import { getThemePackage } from '../store/lists.ts'
import { listLightByKeys } from '../store/versions.ts'

/** A theme with those of its items that are in force today. */
export const getTheme = defineOperation({
  name: 'catalogue.get-theme',
  summary: 'A theme package with its steps, questions, merged materials and the items that are in force',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/themes/{key}' },
  access: 'public',
  input: z.object({ key: Key }),
  output: z.object({ theme: ThemePackage, items: z.array(ItemLine).readonly() }),
  refusals: [catalogueErrors.themeUnknown],
  examples: [{ summary: 'One theme', input: { key: 'th-16' } }],
  async run(ctx, { key }) {
    const theme = await getThemePackage(ctx.db, key)
    const keys = [...theme.steps.flatMap((step) => step.items.map((one) => one.item)), ...theme.conditionalItems, ...theme.questions.flatMap((one) => one.options.flatMap((option) => option.adds))]
    return { theme, items: await listLightByKeys(ctx.db, keys, dayOf(ctx.now)) }
  },
})
