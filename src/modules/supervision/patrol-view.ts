import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { isInspector, readsOffice } from './access.ts'
import { supervisionErrors } from './errors.ts'
import { staffNamesOf } from './notes.ts'
import { findPatrol, type Patrol } from './store/patrols.ts'

export const ShownPatrol = z.object({
  number: z.string(),
  state: z.string(),
  commands: z.array(z.string()),
  hallId: z.string(),
  day: z.string(),
  visits: z.array(
    z.object({
      id: z.string(),
      half: z.string(),
      plannedAt: z.string(),
      /** Its time has come and not yet passed. */
      open: z.boolean(),
      visitedAt: z.string().nullable(),
      visitedBy: z.string().nullable(),
      visitedByName: z.string().nullable(),
      faults: z.number().int().nullable(),
      /** The draw that anyone may replay, once the day is over. */
      drawId: z.string().nullable(),
    }),
  ),
})

/** A patrol for this caller; held for a visit only by an inspector of the office. Whoever is inspected learns of a visit when its time has come (S-04). */
export async function reachPatrol(ctx: Ctx, number: string, held: boolean): Promise<Patrol> {
  const patrol = held && !isInspector(ctx.caller, (await getOffice(ctx.db)).id) ? undefined : await findPatrol(ctx.db, number, held)
  if (patrol === undefined) throw new Refusal(supervisionErrors.patrolUnknown)
  return patrol
}

export async function shownPatrol(ctx: Ctx, { matter, hallId, day, visits }: Patrol, withinMinutes: number): Promise<z.input<typeof ShownPatrol>> {
  const officeId = (await getOffice(ctx.db)).id
  const wholePlan = readsOffice(ctx.caller, officeId)
  const over = matter.state === 'ended'
  const names = await staffNamesOf(ctx, visits.map(({ visitedBy }) => visitedBy))
  return {
    number: matter.number,
    state: matter.state,
    commands: isInspector(ctx.caller, officeId) && !over ? ['record-visit'] : [],
    hallId,
    day,
    visits: visits
      .filter(({ plannedAt }) => wholePlan || plannedAt <= ctx.now)
      .map(({ id, half, plannedAt, visitedAt, visitedBy, faults, drawId }) => ({
        id,
        half,
        plannedAt: instantText(plannedAt),
        open: visitedAt === null && isOpen(plannedAt, ctx.now, withinMinutes),
        visitedAt: visitedAt && instantText(visitedAt),
        visitedBy,
        visitedByName: visitedBy === null ? null : (names[visitedBy] ?? null),
        faults,
        drawId: over ? drawId : null,
      })),
  }
}

/** Whether a visit may be recorded at this moment: from its time on, within so many minutes. */
export function isOpen(plannedAt: Date, now: Date, withinMinutes: number): boolean {
  return now >= plannedAt && now.getTime() <= plannedAt.getTime() + withinMinutes * 60_000
}
