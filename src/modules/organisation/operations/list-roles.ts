import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { pageOf, paging } from '../paging.ts'
import { excludedBy } from '../rules/roles.ts'
import { RoleDefinition, ROLES } from '../schema.ts'
import { countHolders, listRoleDefinitions } from '../store/roles.ts'

export const listRoles = defineOperation({
  name: 'organisation.list-roles',
  summary: 'Lists the roles with how far each reaches, which exclude each other, and how many hold each today',
  kind: 'query',
  http: { method: 'GET', path: '/roles' },
  access: { permission: 'organisation:read-record' },
  input: z.object({ ...paging, limit: z.coerce.number().int().min(1).max(100).default(100) }),
  output: z.object({
    items: z.array(RoleDefinition.unwrap().extend({ excludes: z.array(z.enum(ROLES)), holders: z.int() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [],
  examples: [{ summary: 'All roles', input: {} }],
  async run(ctx, { limit, cursor }) {
    const [definitions, holders] = [await listRoleDefinitions(ctx.db), await countHolders(ctx.db, dayOf(ctx.now))]
    const roles = ROLES.flatMap((role) => definitions.filter(({ key }) => key === role))
    const found = roles.slice(roles.findIndex(({ key }) => key === cursor) + 1)
    return pageOf(found.map((role) => ({ ...role, excludes: [...excludedBy(role.key, roles)], holders: holders.get(role.key) ?? 0 })), limit, ({ key }) => key)
  },
})
