import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { unitsVisibleTo } from '../access.ts'
import { organisationErrors } from '../errors.ts'
import { pageOf, paging } from '../paging.ts'
import { HeldRoleView, Key, POST_RANKS, ROLES, StaffNo } from '../schema.ts'
import { listStaffRows } from '../store/staff.ts'

export const listStaff = defineOperation({
  name: 'organisation.list-staff',
  summary: 'Lists the staff in office today with their roles, of one unit or with one role if asked; the head of a unit sees the own unit only',
  kind: 'query',
  http: { method: 'GET', path: '/staff' },
  access: { permission: 'organisation:list-staff' },
  input: z.object({ unitId: Key.optional(), role: z.enum(ROLES).optional(), ...paging }),
  output: z.object({
    items: z.array(
      z.object({
        id: StaffNo,
        name: z.string(),
        signInName: z.string(),
        unitId: Key,
        hallId: Key.nullable(),
        windowId: Key.nullable(),
        postName: z.string(),
        rank: z.enum(POST_RANKS),
        roles: z.array(HeldRoleView),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  refusals: [organisationErrors.unitUnknown],
  examples: [
    { summary: 'The staff of one bureau', input: { unitId: 'shichang-jianguan' } },
    { summary: 'Who holds a role today', input: { role: 'approver' } },
  ],
  async run(ctx, { unitId, role, limit, cursor }) {
    const visible = unitsVisibleTo(ctx.caller)
    if (unitId !== undefined && visible !== undefined && !visible.includes(unitId)) throw new Refusal(organisationErrors.unitUnknown, { unitId })
    const units = unitId === undefined ? visible : [unitId]
    const rows = await listStaffRows(ctx.db, { units, role, day: dayOf(ctx.now), after: cursor, limit })
    return pageOf(rows.map((row) => ({ ...row, roles: [...row.roles] })), limit, (member) => member.id)
  },
})
