import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { checkWithdrawal } from '#kernel/settings/change.ts'
import { settingErrors } from '#kernel/settings/errors.ts'
import { localRuleLifecycle } from '#kernel/settings/lifecycle.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { documentErrors } from '../errors.ts'
import { getWordable, holdWording } from '../wording-in-force.ts'
import { DocumentKindName } from '../wording-schema.ts'

/** Takes back words before their day; the history goes on listing them. */
export const withdrawDocumentWords = defineOperation({
  name: 'kernel.withdraw-document-words',
  summary: 'Withdraws words of a kind of legal document whose day has not begun',
  kind: 'command',
  http: { method: 'POST', path: '/document-kinds/{kind}/words/{validFrom}/withdraw' },
  access: { permission: 'settings:change' },
  input: z.object({ kind: DocumentKindName, validFrom: Day, reason: z.string().trim().min(1).max(500) }),
  output: z.object({ kind: z.string(), validFrom: Day }),
  refusals: [documentErrors.kindUnknown, settingErrors.changeUnknown, settingErrors.dayHasBegun],
  examples: [{ summary: 'A wording that is put off', input: { kind: 'acceptanceVoucher', validFrom: '2026-10-09', reason: '文件暂缓施行' } }],
  async run(ctx, { kind, validFrom, reason }) {
    getWordable(ctx, kind)
    const { changes, matter } = await holdWording(ctx, kind)
    must(checkWithdrawal(changes, validFrom, dayOf(ctx.now)))
    if (matter === undefined) throw new Refusal(settingErrors.changeUnknown)
    ctx.services.freshness.expectChange()
    await recordStep(ctx, localRuleLifecycle, matter, { command: 'withdraw', to: 'inForce', detail: { validFrom, reason } })
    return { kind, validFrom }
  },
})
