import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { checkChange } from '../change.ts'
import { settingErrors } from '../errors.ts'
import { holdSetting } from '../hold-setting.ts'
import { localRuleLifecycle } from '../lifecycle.ts'
import { SettingKey, SettingValue } from '../schema.ts'

/** A change by the office's own decision, from a day that is still to come: what holds today is not rewritten, and clocks that run keep their limit. */
export const changeSetting = defineOperation({
  name: 'kernel.change-setting',
  summary: 'Changes a local rule from a day on, within what the law allows',
  kind: 'command',
  http: { method: 'POST', path: '/settings/{key}/changes', status: 201 },
  access: { permission: 'settings:change' },
  input: z.object({
    key: SettingKey,
    value: SettingValue,
    validFrom: Day,
    /** About the rule, not about persons: it stands in the ledger. */
    reason: z.string().trim().min(1).max(500),
    document: z.string().trim().min(1).max(200),
  }),
  output: z.object({ key: z.string(), value: SettingValue, validFrom: Day }),
  refusals: [settingErrors.unknown, settingErrors.beyondTheLaw, settingErrors.outOfRange, settingErrors.dayHasBegun, settingErrors.alreadySet, settingErrors.unchanged],
  examples: [{ summary: 'Acceptance within three working days', input: { key: 'cases.acceptance-notice', value: 3, validFrom: '2026-10-09', reason: '深化一门式改革，压缩受理时限', document: '穗花政数〔2026〕12号' } }],
  async run(ctx, { key, ...change }) {
    const { setting, changes, matter } = await holdSetting(ctx, key)
    must(checkChange(setting, changes, change, dayOf(ctx.now)))
    const step = { command: 'change', to: 'inForce', detail: change } as const
    ctx.services.freshness.expectChange()
    if (matter !== undefined) await recordStep(ctx, localRuleLifecycle, matter, step)
    else await openMatter(ctx, { id: newId(ctx.now.getTime()), number: key, kind: localRuleLifecycle.kind, regionCode: '', subjectId: null, itemVersionId: null, leadUnitId: null, channel: 'office' }, step)
    return { key, value: change.value, validFrom: change.validFrom }
  },
})
