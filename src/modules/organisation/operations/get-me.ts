import { z } from 'zod'
import type { Caller } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { HeldRoleView } from '../schema.ts'
import { getWindow } from '../store/halls.ts'
import { getUnit } from '../store/units.ts'

const Place = z.object({ id: z.string(), name: z.string() })

export const getMe = defineOperation({
  name: 'organisation.get-me',
  summary: 'Who is signed in: a member of staff with unit, window and roles, or a person with the assurance level of the session',
  kind: 'query',
  http: { method: 'GET', path: '/me' },
  access: 'signed-in',
  input: z.object({}),
  output: z.object({
    kind: z.enum(['person', 'staff', 'system']),
    id: z.string(),
    name: z.string(),
    level: z.number().nullable(),
    unit: Place.nullable(),
    window: Place.nullable(),
    roles: z.array(HeldRoleView),
  }),
  refusals: [],
  examples: [{ summary: 'The own session', input: {} }],
  async run(ctx) {
    const { caller } = ctx
    if (caller.kind !== 'staff') return { ...nameOf(caller), unit: null, window: null, roles: [] }
    const unit = await getUnit(ctx.db, caller.unitId)
    const window = caller.windowId === undefined ? null : await getWindow(ctx.db, caller.windowId)
    return {
      kind: caller.kind,
      id: caller.id,
      name: caller.name,
      level: null,
      unit: { id: unit.id, name: unit.name },
      window: window && { id: window.id, name: window.name },
      roles: [...caller.roles],
    }
  },
})

function nameOf(caller: Exclude<Caller, { kind: 'staff' }>): { kind: 'person' | 'system'; id: string; name: string; level: number | null } {
  if (caller.kind === 'person') return { kind: 'person', id: caller.id, name: caller.name, level: caller.level }
  return { kind: 'system', id: 'system', name: '', level: null }
}
