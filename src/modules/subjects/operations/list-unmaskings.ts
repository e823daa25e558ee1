import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { isOwn } from '../access.ts'
import { subjectErrors } from '../errors.ts'
import { listUnmaskingRows } from '../store/matters.ts'
import { getSubject } from '../store/subjects.ts'

export const listUnmaskings = defineOperation({
  name: 'subjects.list-unmaskings',
  summary: 'Lists who read the own data unmasked, when, why and in which matter, newest first; also of an organisation that the person represents',
  kind: 'query',
  http: { method: 'GET', path: '/subjects/me/unmaskings' },
  access: { permission: 'subjects:own' },
  input: z.object({ subjectId: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional() }),
  output: z.object({
    items: z.array(z.object({ at: z.string(), actor: z.string(), unitId: z.string().nullable(), purpose: z.string().nullable(), matterNumber: z.string().nullable() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [subjectErrors.unknown],
  examples: [{ summary: 'Who looked', input: {} }],
  async run(ctx, { subjectId, limit, cursor }) {
    const { caller } = ctx
    if (caller.kind !== 'person') throw new Refusal(subjectErrors.unknown)
    const asked = subjectId ?? caller.id
    if (!isOwn(caller.id, await getSubject(ctx.db, asked))) throw new Refusal(subjectErrors.unknown)
    const rows = await listUnmaskingRows(ctx.db, { subjectId: asked, before: cursor, limit })
    const shown = rows.slice(0, limit)
    return {
      items: shown.map(({ at, actor, unitId, purpose, matterNumber }) => ({ at: instantText(at), actor, unitId, purpose, matterNumber })),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    }
  },
})
