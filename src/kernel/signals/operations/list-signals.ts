import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { listSignals as readSignals } from '../store.ts'

const ShownSignal = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  unitId: z.string().nullable(),
  clock: z.string(),
  rung: z.string(),
  generation: z.number(),
  reachedAt: z.string(),
  firedAt: z.string(),
  clearedAt: z.string().nullable(),
})

/** The signals that stand, newest first, or all of one matter, cleared ones too. */
export const listSignals = defineOperation({
  name: 'kernel.list-signals',
  summary: 'Lists reminders, yellow and red signals',
  kind: 'query',
  http: { method: 'GET', path: '/signals' },
  access: { permission: 'signals:read' },
  input: z.object({
    number: z.string().min(1).max(50).optional(),
    rung: z.enum(['reminder', 'yellow', 'red']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(ShownSignal), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The red signals that stand', input: { rung: 'red' } }],
  async run({ db }, { number, rung, limit, cursor }) {
    const found = await readSignals(db, { number, rung, before: cursor, limit: limit + 1 })
    const items = found.slice(0, limit)
    return {
      items: items.map(({ id, unitId, clock, reachedAt, firedAt, clearedAt, ...rest }) => ({
        id,
        number: rest.number,
        kind: rest.kind,
        unitId,
        clock,
        rung: rest.rung,
        generation: rest.generation,
        reachedAt: instantText(reachedAt),
        firedAt: instantText(firedAt),
        clearedAt: clearedAt && instantText(clearedAt),
      })),
      nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    }
  },
})
