import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { hashPassword } from '#kernel/crypto/password.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { setPasswordHashes } from '#kernel/session/credentials.ts'
import { organisationErrors } from '../errors.ts'
import { Hall, HeadAgency, Post, Region, RoleDefinition, StaffMember, Unit, Window } from '../schema.ts'
import { loadHalls, loadHeadAgencies, loadPosts, loadRegions, loadRoleAssignments, loadRoleDefinitions, loadStaff, loadUnits, loadWindows } from '../store/load.ts'

export const loadOrganisation = defineOperation({
  name: 'organisation.load-organisation',
  summary: 'Loads or completes the regions, units, halls, windows, posts and staff of a district; loading the same again changes nothing',
  kind: 'command',
  access: { permission: 'organisation:load' },
  input: z.object({
    regions: z.array(Region),
    units: z.array(Unit),
    halls: z.array(Hall),
    windows: z.array(Window),
    posts: z.array(Post),
    roles: z.array(RoleDefinition),
    staff: z.array(StaffMember),
    headAgencies: z.array(HeadAgency),
    /** Of all members alike; in a demonstration only. */
    sharedPassword: z.string().optional(),
  }),
  output: z.object({ units: z.number(), windows: z.number(), staff: z.number() }),
  refusals: [organisationErrors.demoOnly],
  async run(ctx, input) {
    if (input.sharedPassword !== undefined && !ctx.services.config.demo) throw new Refusal(organisationErrors.demoOnly)
    await loadRegions(ctx.db, input.regions)
    await loadUnits(ctx.db, input.units)
    await loadHalls(ctx.db, input.halls)
    await loadWindows(ctx.db, input.windows)
    await loadPosts(ctx.db, input.posts)
    await loadRoleDefinitions(ctx.db, input.roles)
    await loadStaff(ctx.db, input.staff)
    await loadRoleAssignments(ctx.db, input.staff, actorOf(ctx.caller), ctx.now)
    await loadHeadAgencies(ctx.db, input.headAgencies, ctx.now)
    if (input.sharedPassword !== undefined) {
      const passwordHash = await hashPassword(input.sharedPassword)
      await setPasswordHashes(ctx.db, input.staff.map(({ staffNo, signInName }) => ({ principal: `staff:${staffNo}`, signInName, passwordHash })))
    }
    return { units: input.units.length, windows: input.windows.length, staff: input.staff.length }
  },
})
