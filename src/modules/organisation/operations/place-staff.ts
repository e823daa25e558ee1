import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { dayOf } from '#kernel/time/day.ts'
import { placementOf } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { StaffNo } from '../schema.ts'
import { StaffFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { placeMember } from '../store/employ.ts'
import { getMemberRecord } from '../store/member.ts'
import { lockMember } from '../store/roles.ts'

/** The session names unit, hall and window: it ends, and the next one has the new ones. Roles stay with the units for which they were given. */
export const placeStaff = defineOperation({
  name: 'organisation.place-staff',
  summary: 'Moves a member of staff to a unit, post, hall or window; open sessions of the member end',
  kind: 'command',
  http: { method: 'POST', path: '/staff/{staffId}/place' },
  access: { permission: 'organisation:employ' },
  input: StaffFields.extend({ staffId: StaffNo }),
  output: z.object({ id: StaffNo }),
  refusals: [organisationErrors.staffUnknown, organisationErrors.leftAlready, organisationErrors.unitUnknown, organisationErrors.unitClosed, organisationErrors.hallUnknown, organisationErrors.hallClosed, organisationErrors.windowUnknown, organisationErrors.windowClosed, organisationErrors.windowElsewhere],
  examples: [{ summary: 'Another window', input: { staffId: 'HD0148', unitId: 'zhengwu-shuju', postName: '综合窗口人员', rank: 'clerk', hallId: 'qu-zhengwu', windowId: 'qu-zhengwu-zonghe-3' } }],
  async run(ctx, { staffId, ...fields }) {
    const member = await lockMember(ctx.db, staffId)
    if (member.employed.to !== null && member.employed.to < dayOf(ctx.now)) throw new Refusal(organisationErrors.leftAlready)
    await placeMember(ctx.db, staffId, await placementOf(ctx, fields))
    const { name } = await getMemberRecord(ctx.db, staffId)
    await recordChange(ctx, { kind: 'staff', recordId: staffId, act: 'changed', detail: { name, ...fields } })
    await closeSessionsOf(ctx.db, `staff:${staffId}`, ctx.now)
    return { id: staffId }
  },
})
