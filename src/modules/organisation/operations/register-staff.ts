import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { setPassword } from '#kernel/session/credentials.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { placementOf, wrongField } from '../checks.ts'
import { organisationErrors } from '../errors.ts'
import { oneLine, StaffMember, StaffNo } from '../schema.ts'
import { StaffFields } from '../schema/records.ts'
import { recordChange } from '../store/changes.ts'
import { insertMember, nextStaffNumber } from '../store/employ.ts'

/** Without a role the member may sign in and do nothing. The first password is told to the member in person. */
export const registerStaff = defineOperation({
  name: 'organisation.register-staff',
  summary: 'Registers a member of staff under the next number, with a post and a first password; roles are given afterwards',
  kind: 'command',
  http: { method: 'POST', path: '/staff', status: 201 },
  access: { permission: 'organisation:employ' },
  input: StaffFields.extend({ name: oneLine(40).min(2), signInName: StaffMember.unwrap().shape.signInName, from: Day, password: z.string().max(128) }),
  output: z.object({ id: StaffNo }),
  refusals: [organisationErrors.pastDay, organisationErrors.signInNameTaken, organisationErrors.unitUnknown, organisationErrors.unitClosed, organisationErrors.hallUnknown, organisationErrors.hallClosed, organisationErrors.windowUnknown, organisationErrors.windowClosed, organisationErrors.windowElsewhere, sessionErrors.passwordTooWeak],
  examples: [
    {
      summary: 'A reviewer of the civil affairs bureau',
      input: { name: '示例新', signInName: 'shilixin', unitId: 'minzheng', postName: '审查员', rank: 'officer', hallId: null, windowId: null, from: '2026-10-08', password: 'first-password-1' },
    },
  ],
  async run(ctx, { name, signInName, from, password, ...fields }) {
    if (from < dayOf(ctx.now)) throw wrongField(organisationErrors.pastDay, 'from')
    const placement = await placementOf(ctx, fields)
    const id = await nextStaffNumber(ctx.db)
    if (!(await insertMember(ctx.db, { id, name, signInName, from, ...placement }))) throw wrongField(organisationErrors.signInNameTaken, 'signInName')
    const set = await setPassword(ctx.db, { principal: `staff:${id}`, signInName, password })
    if (!set.ok) throw wrongField(sessionErrors.passwordTooWeak, 'password')
    await recordChange(ctx, { kind: 'staff', recordId: id, act: 'created', detail: { name, signInName, from, ...fields } })
    return { id }
  },
})
