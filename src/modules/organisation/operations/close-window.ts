import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { keepLowCounter, openWindow } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { ClosingReason } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { closeRecord, holdOpen, staffSittingAt } from '../store/standing.ts'

export const closeWindow = defineOperation({
  name: 'organisation.close-window',
  summary: 'Closes a window for good: from now on it takes no application',
  kind: 'command',
  http: { method: 'POST', path: '/windows/{windowId}/close' },
  access: { permission: 'organisation:change-places' },
  input: z.object({ windowId: Key, reason: ClosingReason }),
  output: z.object({ id: Key, hallId: Key }),
  refusals: [organisationErrors.windowUnknown, organisationErrors.windowClosed, organisationErrors.windowInUse, organisationErrors.lastLowCounter],
  examples: [{ summary: 'A window that is needed no more', input: { windowId: 'qu-zhengwu-zonghe-3', reason: '窗口调整' } }],
  async run(ctx, { windowId, reason }) {
    const window = await openWindow(ctx, windowId)
    if (!(await holdOpen(ctx.db, 'window', windowId))) throw new Refusal(organisationErrors.windowClosed)
    if ((await staffSittingAt(ctx.db, { windowId }, dayOf(ctx.now))) > 0) throw new Refusal(organisationErrors.windowInUse)
    if (window.lowCounter) await keepLowCounter(ctx, window.hallId, windowId)
    await closeRecord(ctx.db, 'window', windowId, ctx.now)
    await recordChange(ctx, { kind: 'window', recordId: windowId, act: 'closed', detail: { name: window.name, reason } })
    return { id: windowId, hallId: window.hallId }
  },
})
