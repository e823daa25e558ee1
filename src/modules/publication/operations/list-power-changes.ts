import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Key } from '../schema.ts'
import { ShownPower, shownPower } from '../shown-power.ts'
import { listPowerChanges } from '../store/powers.ts'

/** Where a page ended: instant, `~`, key. */
const Cursor = z.string().max(80).regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z~[0-9a-f-]{36}$/)

/** 权责清单动态管理 (S004): every change with its kind and reason. */
export const listPowerChangesOperation = defineOperation({
  name: 'publication.list-power-changes',
  summary: 'What changed in the power and duty lists and why, the newest first',
  kind: 'query',
  http: { method: 'GET', path: '/power-changes' },
  access: 'public',
  input: z.object({ unitId: Key.optional(), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: Cursor.optional() }),
  output: z.object({ items: z.array(ShownPower), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The newest changes of a bureau', input: { unitId: 'shichang-jianguan' } }],
  async run(ctx, { unitId, limit, cursor }) {
    const [at, id] = cursor?.split('~') ?? []
    const found = await listPowerChanges(ctx.db, { unitId: unitId ?? null, after: at === undefined || id === undefined ? null : { writtenAt: new Date(at), id }, limit })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { items: page.map(shownPower), nextCursor: found.length > limit && last !== undefined ? `${last.writtenAt.toISOString()}~${last.id}` : null }
  },
})
