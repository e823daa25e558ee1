import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { limitUnits } from '#kernel/time/limits.ts'
import { valueOn } from '../change.ts'
import { settingErrors } from '../errors.ts'
import { SettingKey, SettingValue } from '../schema.ts'

const Rule = z.object({ value: SettingValue, unit: z.enum(limitUnits).nullable() })

/** For pages that name a limit: a number in a text would go on after the city has decided otherwise. Asks no database. */
export const getRules = defineOperation({
  name: 'kernel.get-rules',
  summary: 'Tells what the named local rules are today',
  kind: 'query',
  access: 'public',
  input: z.object({ keys: z.array(SettingKey).min(1).max(20) }),
  output: z.object({ rules: z.record(z.string(), Rule) }),
  refusals: [settingErrors.unknown],
  examples: [{ summary: 'How soon an application is answered', input: { keys: ['cases.acceptance-notice'] } }],
  async run(ctx, { keys }) {
    const { settings } = ctx.services
    const day = dayOf(ctx.now)
    const rules = keys.map((key) => {
      const named = settings.named.get(key)
      if (named === undefined) throw new Refusal(settingErrors.unknown, { key })
      return [key, { value: valueOn(named.setting, settings.changesOf(key), day), unit: named.setting.kind === 'limit' ? named.setting.unit : null }] as const
    })
    return { rules: Object.fromEntries(rules) }
  },
})
