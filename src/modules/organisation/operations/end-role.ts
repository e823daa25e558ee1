import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { addCalendarDays, Day, dayOf } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import { isInForce } from '../rules/roles.ts'
import { Key, ROLES, StaffNo } from '../schema.ts'
import { endRole as endRoleRow, lockMember } from '../store/roles.ts'

export const endRole = defineOperation({
  name: 'organisation.end-role',
  summary: 'Ends a role of a member of staff with a last day, yesterday at the earliest; open sessions of the member end',
  kind: 'command',
  http: { method: 'POST', path: '/staff/{staffId}/roles/end' },
  access: { permission: 'organisation:change-roles' },
  input: z.object({ staffId: StaffNo, role: z.enum(ROLES), unitId: Key, lastDay: Day }),
  output: z.object({ staffId: StaffNo, role: z.enum(ROLES), unitId: Key, from: Day, to: Day }),
  refusals: [organisationErrors.staffUnknown, organisationErrors.pastDay, organisationErrors.roleNotHeld],
  examples: [{ summary: 'The last day as approver', input: { staffId: 'HD0074', role: 'approver', unitId: 'shichang-jianguan', lastDay: '2026-09-30' } }],
  async run(ctx, { staffId, role, unitId, lastDay }) {
    if (lastDay < addCalendarDays(dayOf(ctx.now), -1)) throw new Refusal(organisationErrors.pastDay, { lastDay })
    const member = await lockMember(ctx.db, staffId)
    const held = member.roles.find((assignment) => assignment.role === role && assignment.unitKey === unitId && isInForce(assignment, lastDay))
    if (held === undefined) throw new Refusal(organisationErrors.roleNotHeld, { role, unitId })
    const ended = { staffId, role, unitId, from: held.from, to: lastDay }
    await endRoleRow(ctx.db, ended, actorOf(ctx.caller))
    await closeSessionsOf(ctx.db, `staff:${staffId}`, ctx.now)
    return ended
  },
})
