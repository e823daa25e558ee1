import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { gridErrors } from '../errors.ts'
import { getEventFor, shownEvent } from '../event-view.ts'
import { EventNumber } from '../schema.ts'
import { ShownEvent } from '../shown-event.ts'

/** For the centres, those who handle it, the supervisors and the person who reported it. */
export const getEvent = defineOperation({
  name: 'grid.get-event',
  summary: 'Shows an event and what the caller of this operation may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/grid/events/{number}' },
  access: 'signed-in',
  input: z.object({ number: EventNumber }),
  output: ShownEvent,
  refusals: [gridErrors.eventUnknown],
  examples: [{ summary: 'The first event of a day', input: { number: 'WG2026090700001' } }],
  async run(ctx, { number }) {
    return shownEvent(ctx, await getEventFor(ctx, number, false))
  },
})
