import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day } from '#kernel/time/day.ts'
import { calendarErrors } from '../errors.ts'
import { publishClosure } from '../publish.ts'
import { shownClosure, ShownClosure } from '../schema.ts'
import { listClosures, newestVersion } from '../store.ts'

/** Ends a closure with an earlier last day, or withdraws it if that day is before its first. Open clocks are counted again (T-16). */
export const endClosure = defineOperation({
  name: 'kernel.end-closure',
  summary: 'Ends a closure earlier than announced, or withdraws it',
  kind: 'command',
  http: { method: 'POST', path: '/calendar/closures/{id}/end' },
  access: { permission: 'calendar:publish' },
  input: z.object({ id: z.uuid(), lastDay: Day }),
  output: ShownClosure.extend({ withdrawn: z.boolean(), calendarVersion: z.number() }),
  refusals: [calendarErrors.closureUnknown, calendarErrors.closureEnded],
  examples: [{ summary: 'Ends a day earlier', input: { id: '01999999-0000-7000-8000-000000000000', lastDay: '2026-09-09' } }],
  async run(ctx, { id, lastDay }) {
    const closure = (await listClosures(ctx.db, await newestVersion(ctx.db))).find((each) => each.id === id)
    if (closure === undefined) throw new Refusal(calendarErrors.closureUnknown)
    if (lastDay >= closure.to) throw new Refusal(calendarErrors.closureEnded, { lastDay: closure.to })
    const withdrawn = lastDay < closure.from
    const changed = withdrawn ? closure : { ...closure, to: lastDay }
    const calendarVersion = await publishClosure(ctx, changed, withdrawn)
    return { ...shownClosure(changed), withdrawn, calendarVersion }
  },
})
