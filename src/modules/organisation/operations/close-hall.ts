import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { openHall } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { ClosingReason } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { closeRecord, holdOpen, staffSittingAt } from '../store/standing.ts'

/** For good; days off by order are closures of the calendar. */
export const closeHall = defineOperation({
  name: 'organisation.close-hall',
  summary: 'Closes a service hall for good: from now on it takes no application',
  kind: 'command',
  http: { method: 'POST', path: '/halls/{hallId}/close' },
  access: { permission: 'organisation:change-places' },
  input: z.object({ hallId: Key, reason: ClosingReason }),
  output: z.object({ id: Key }),
  refusals: [organisationErrors.hallUnknown, organisationErrors.hallClosed, organisationErrors.hallInUse],
  examples: [{ summary: 'A hall that moved into another', input: { hallId: 'qu-zhengwu', reason: '并入新大厅' } }],
  async run(ctx, { hallId, reason }) {
    const hall = await openHall(ctx, hallId)
    if (!(await holdOpen(ctx.db, 'hall', hallId))) throw new Refusal(organisationErrors.hallClosed)
    if ((await staffSittingAt(ctx.db, { hallId }, dayOf(ctx.now))) > 0) throw new Refusal(organisationErrors.hallInUse)
    await closeRecord(ctx.db, 'hall', hallId, ctx.now)
    await recordChange(ctx, { kind: 'hall', recordId: hallId, act: 'closed', detail: { name: hall.name, reason } })
    return { id: hallId }
  },
})
