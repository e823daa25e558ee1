import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { listEvents } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { shownNotes } from './event-view.ts'
import type { GridEvent } from './store/events.ts'
import { dueAtOf } from './tasks.ts'

const Followed = z.object({
  number: z.string(),
  state: z.string(),
  category: z.string(),
  cellId: z.string(),
  unitId: z.string().nullable(),
  dueAt: z.string().nullable(),
  provisional: z.boolean(),
  declined: z.string().nullable(),
  reviewOn: z.string().nullable(),
  grade: z.string().nullable(),
  /** What the office says to whoever reported. */
  notes: z.array(z.object({ command: z.string(), at: z.string(), text: z.string().nullable() })),
  steps: z.array(z.object({ at: z.string(), state: z.string() })),
})

async function show(ctx: Ctx, event: GridEvent): Promise<z.input<typeof Followed>> {
  const { matter } = event
  const dueAt = dueAtOf(ctx, matter, 'dispose')
  const events = await listEvents(ctx.db, matter.id)
  return {
    number: matter.number,
    state: matter.state,
    category: event.category,
    cellId: event.cellId,
    unitId: matter.leadUnitId,
    dueAt: dueAt === undefined ? null : instantText(dueAt),
    provisional: dueAt !== undefined && ctx.services.legalCalendar.of(matter).isProvisional(dayOf(matter.openedAt), dayOf(dueAt)),
    declined: event.declined,
    reviewOn: event.reviewOn,
    grade: event.grade,
    notes: await shownNotes(ctx, event, true),
    steps: events.filter(({ to }, place) => to !== events[place - 1]?.to).map(({ at, to }) => ({ at: instantText(at), state: to })),
  }
}

/** An event for whoever follows it: how far it is and what was said to him, nothing of who handles it. */
export const follow = { output: Followed, show }
