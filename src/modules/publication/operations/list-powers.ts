import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Key, PowerType } from '../schema.ts'
import { ShownPower, shownPower } from '../shown-power.ts'
import { listPowerRows } from '../store/powers.ts'

/** Where a page ended: type, `~`, key, `~`, name. */
const Cursor = z.string().max(300).regex(/^\d{2}~[0-9a-f-]{36}~.+$/)

export const listPowers = defineOperation({
  name: 'publication.list-powers',
  summary: 'The power and duty list of a unit as it stands, by type and name',
  kind: 'query',
  http: { method: 'GET', path: '/powers' },
  access: 'public',
  input: z.object({ unitId: Key, type: PowerType.optional(), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: Cursor.optional() }),
  output: z.object({ items: z.array(ShownPower), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The licences of a bureau', input: { unitId: 'shichang-jianguan', type: '01' } }],
  async run(ctx, { unitId, type, limit, cursor }) {
    const [last, id, ...name] = cursor?.split('~') ?? []
    const after = last === undefined || id === undefined ? null : { type: last, id, name: name.join('~') }
    const found = await listPowerRows(ctx.db, { unitId, type: type ?? null, after, limit })
    const page = found.slice(0, limit)
    const end = page.at(-1)
    return { items: page.map(shownPower), nextCursor: found.length > limit && end !== undefined ? `${end.type}~${end.id}~${end.name}` : null }
  },
})
