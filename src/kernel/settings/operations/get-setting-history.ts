import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { settingErrors } from '../errors.ts'
import { SettingKey, shownChange, ShownChange, shownSetting, ShownSetting } from '../schema.ts'

/** One local rule with every change of it, the latest decision first; withdrawn ones stay listed. */
export const getSettingHistory = defineOperation({
  name: 'kernel.get-setting-history',
  summary: 'Shows a local rule with all its changes',
  kind: 'query',
  http: { method: 'GET', path: '/settings/{key}' },
  access: { permission: 'settings:read' },
  input: z.object({ key: SettingKey }),
  output: z.object({ setting: ShownSetting, changes: z.array(ShownChange) }),
  refusals: [settingErrors.unknown],
  examples: [{ summary: 'The notice of acceptance', input: { key: 'cases.acceptance-notice' } }],
  async run(ctx, { key }) {
    const named = ctx.services.settings.named.get(key)
    if (named === undefined) throw new Refusal(settingErrors.unknown)
    const changes = ctx.services.settings.changesOf(key)
    return { setting: shownSetting(named, changes, dayOf(ctx.now)), changes: changes.map(shownChange).toReversed() }
  },
})
