import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { checkWindow, openWindow, windowOf } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { WindowFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { updateWindow } from '../store/places.ts'
import { holdOpen } from '../store/standing.ts'

export const changeWindow = defineOperation({
  name: 'organisation.change-window',
  summary: 'Changes what is registered of a window; its hall and key stay',
  kind: 'command',
  http: { method: 'PUT', path: '/windows/{windowId}' },
  access: { permission: 'organisation:change-places' },
  input: WindowFields.extend({ windowId: Key }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.windowUnknown, organisationErrors.windowClosed, organisationErrors.hallClosed, organisationErrors.zoneUnknown, organisationErrors.numberTaken, organisationErrors.lastLowCounter, organisationErrors.emptySelection, organisationErrors.unitUnknown, organisationErrors.unitClosed],
  examples: [{ summary: 'A window that becomes barrier-free', input: { windowId: 'qu-zhengwu-zonghe-3', zone: 'zonghe', number: 3, name: '综合窗口3号', lowCounter: true, units: 'all' } }],
  async run(ctx, { windowId, ...fields }) {
    const before = await openWindow(ctx, windowId)
    if (!(await holdOpen(ctx.db, 'window', windowId))) throw new Refusal(organisationErrors.windowClosed)
    const window = await windowOf(ctx, fields, before.scope)
    await checkWindow(ctx, windowId, before.hallId, window)
    await updateWindow(ctx.db, windowId, window)
    await recordChange(ctx, { kind: 'window', recordId: windowId, act: 'changed', detail: { hallId: before.hallId, ...window } })
    return { id: windowId }
  },
})
