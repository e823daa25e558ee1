import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { openUnit } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { checkRoleCombination } from '../rules/roles.ts'
import { Key, ROLES, StaffNo } from '../schema.ts'
import { insertRole, listRoleDefinitions, lockMember } from '../store/roles.ts'

export const assignRole = defineOperation({
  name: 'organisation.assign-role',
  summary: 'Gives a member of staff a role for a unit from a day on, today at the earliest; open sessions of the member end',
  kind: 'command',
  http: { method: 'POST', path: '/staff/{staffId}/roles', status: 201 },
  access: { permission: 'organisation:change-roles' },
  input: z
    .object({ staffId: StaffNo, role: z.enum(ROLES), unitId: Key, from: Day, to: Day.nullable().default(null) })
    .refine(({ from, to }) => to === null || from <= to, { path: ['to'], params: { code: 'organisation.past-day' } }),
  output: z.object({ staffId: StaffNo, role: z.enum(ROLES), unitId: Key, from: Day, to: Day.nullable() }),
  refusals: [organisationErrors.staffUnknown, organisationErrors.unitUnknown, organisationErrors.unitClosed, organisationErrors.pastDay, organisationErrors.roleAlreadyHeld, organisationErrors.rolesExclude],
  examples: [{ summary: 'A reviewer for the market regulation bureau', input: { staffId: 'HD0074', role: 'reviewer', unitId: 'shichang-jianguan', from: '2026-10-08' } }],
  async run(ctx, { staffId, role, unitId, from, to }) {
    if (from < dayOf(ctx.now)) throw new Refusal(organisationErrors.pastDay, { from })
    await openUnit(ctx, unitId)
    const member = await lockMember(ctx.db, staffId)
    const meanwhile = member.roles.filter((held) => (to === null || held.from <= to) && (held.to === null || from <= held.to))
    if (meanwhile.some((held) => held.role === role && held.unitKey === unitId)) throw new Refusal(organisationErrors.roleAlreadyHeld, { role, unitId })
    must(checkRoleCombination([...meanwhile.map((held) => held.role), role], await listRoleDefinitions(ctx.db)))
    const grant = { staffId, role, unitId, from, to }
    await insertRole(ctx.db, grant, actorOf(ctx.caller), ctx.now)
    await closeSessionsOf(ctx.db, `staff:${staffId}`, ctx.now)
    return grant
  },
})
