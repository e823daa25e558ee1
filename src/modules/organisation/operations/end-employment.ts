import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { addCalendarDays, Day, dayOf } from '#kernel/time/day.ts'
import { wrongField } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { StaffNo } from '../schema.ts'
import { ClosingReason } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { endEmployment as endEmploymentRow } from '../store/employ.ts'
import { getMemberRecord } from '../store/member.ts'
import { lockMember } from '../store/roles.ts'

/** Nobody holds a role after leaving, so that roles need not be ended one by one. What the member did stays under the number. */
export const endEmployment = defineOperation({
  name: 'organisation.end-employment',
  summary: 'Sets the last day in office of a member of staff, yesterday at the earliest; roles end with it, open sessions at once',
  kind: 'command',
  http: { method: 'POST', path: '/staff/{staffId}/end' },
  access: { permission: 'organisation:employ' },
  input: z.object({ staffId: StaffNo, lastDay: Day, reason: ClosingReason }),
  output: z.object({ id: StaffNo, lastDay: Day }),
  refusals: [organisationErrors.staffUnknown, organisationErrors.pastDay, organisationErrors.leftAlready],
  examples: [{ summary: 'The last day before retirement', input: { staffId: 'HD0148', lastDay: '2026-12-31', reason: '退休' } }],
  async run(ctx, { staffId, lastDay, reason }) {
    const yesterday = addCalendarDays(dayOf(ctx.now), -1)
    const member = await lockMember(ctx.db, staffId)
    if (member.employed.to !== null && member.employed.to <= yesterday) throw new Refusal(organisationErrors.leftAlready)
    if (lastDay < yesterday || lastDay < member.employed.from) throw wrongField(organisationErrors.pastDay, 'lastDay')
    const { name } = await getMemberRecord(ctx.db, staffId)
    await endEmploymentRow(ctx.db, staffId, lastDay)
    await recordChange(ctx, { kind: 'staff', recordId: staffId, act: 'closed', detail: { name, lastDay, reason } })
    await closeSessionsOf(ctx.db, `staff:${staffId}`, ctx.now)
    return { id: staffId, lastDay }
  },
})
