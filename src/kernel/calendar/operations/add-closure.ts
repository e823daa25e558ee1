import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { Day } from '#kernel/time/day.ts'
import { Place } from '../place.ts'
import { publishClosure } from '../publish.ts'
import { shownClosure, ShownClosure } from '../schema.ts'

/** Days on which the office is shut by order (typhoon). Without a place it is the whole office; of a region or a hall it touches the matters of that region, or that were taken in at that hall. Their open clocks are counted again (T-16). */
export const addClosure = defineOperation({
  name: 'kernel.add-closure',
  summary: 'Records days on which the office, a region or a hall is shut by order',
  kind: 'command',
  http: { method: 'POST', path: '/calendar/closures', status: 201 },
  access: { permission: 'calendar:publish' },
  input: z
    .object({ place: Place.optional(), from: Day, to: Day, name: z.string().min(1).max(60), source: z.string().min(1).max(200) })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'ends before it begins' }),
  output: ShownClosure.extend({ calendarVersion: z.number() }),
  refusals: [],
  examples: [{ summary: 'A typhoon day of the whole office', input: { from: '2026-09-10', to: '2026-09-10', name: '台风停工', source: '区三防指挥部通知' } }],
  async run(ctx, { place, ...days }) {
    const closure = { id: newId<'closure'>(ctx.now.getTime()), ...days, ...(place && { place }) }
    const calendarVersion = await publishClosure(ctx, closure, false)
    return { ...shownClosure({ ...closure, edition: 1 }), calendarVersion }
  },
})
