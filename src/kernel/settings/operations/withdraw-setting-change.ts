import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { checkWithdrawal } from '../change.ts'
import { settingErrors } from '../errors.ts'
import { holdSetting } from '../hold-setting.ts'
import { localRuleLifecycle } from '../lifecycle.ts'
import { SettingKey } from '../schema.ts'

/** Takes back a change before its day; the history goes on listing it. */
export const withdrawSettingChange = defineOperation({
  name: 'kernel.withdraw-setting-change',
  summary: 'Withdraws a change of a local rule that has not begun',
  kind: 'command',
  http: { method: 'POST', path: '/settings/{key}/changes/{validFrom}/withdraw' },
  access: { permission: 'settings:change' },
  input: z.object({ key: SettingKey, validFrom: Day, reason: z.string().trim().min(1).max(500) }),
  output: z.object({ key: z.string(), validFrom: Day }),
  refusals: [settingErrors.unknown, settingErrors.changeUnknown, settingErrors.dayHasBegun],
  examples: [{ summary: 'A change that is put off', input: { key: 'cases.acceptance-notice', validFrom: '2026-10-09', reason: '文件暂缓施行' } }],
  async run(ctx, { key, validFrom, reason }) {
    const { changes, matter } = await holdSetting(ctx, key)
    must(checkWithdrawal(changes, validFrom, dayOf(ctx.now)))
    if (matter === undefined) throw new Refusal(settingErrors.changeUnknown)
    ctx.services.freshness.expectChange()
    await recordStep(ctx, localRuleLifecycle, matter, { command: 'withdraw', to: 'inForce', detail: { validFrom, reason } })
    return { key, validFrom }
  },
})
