import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { getOffice, listStaffNames } from '#modules/organisation/index.ts'
import { isInspector, readsOffice } from './access.ts'
import { supervisionErrors } from './errors.ts'
import { openOwn } from './notes.ts'
import { openClock } from './rules/clocks.ts'
import { type BoxOpening, findOpening } from './store/boxes.ts'

export const ShownOpening = z.object({
  number: z.string(),
  state: z.string(),
  commands: z.array(z.string()),
  hallId: z.string(),
  day: z.string(),
  openers: z.array(z.object({ id: z.string(), name: z.string() })),
  dueAt: z.string().nullable(),
  /** It rests on a year whose arrangement is not published yet (T-14). */
  provisional: z.boolean(),
  items: z.array(z.object({ place: z.number().int(), kind: z.string(), unitId: z.string().nullable(), text: z.string(), reply: z.string().nullable(), repliedAt: z.string().nullable() })),
})

/** An opening for the inspectors and the supervisors; for everybody else there is none. */
export async function reachOpening(ctx: Ctx, number: string, held: boolean): Promise<BoxOpening> {
  const opening = readsOffice(ctx.caller, (await getOffice(ctx.db)).id) ? await findOpening(ctx.db, number, held) : undefined
  if (opening === undefined) throw new Refusal(supervisionErrors.openingUnknown)
  return opening
}

export async function shownOpening(ctx: Ctx, { matter, hallId, day, openers, items }: BoxOpening): Promise<z.input<typeof ShownOpening>> {
  const names = await listStaffNames(ctx.db, openers)
  const timer = openClock(matter.timers, 'answerBox')
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(matter))
  const dueAt = due?.dueAt
  return {
    number: matter.number,
    state: matter.state,
    commands: matter.state === 'opened' && isInspector(ctx.caller, (await getOffice(ctx.db)).id) ? ['answer-item'] : [],
    hallId,
    day,
    openers: openers.map((id) => ({ id, name: names[id] ?? id })),
    dueAt: dueAt === undefined ? null : instantText(dueAt),
    provisional: due?.provisional ?? false,
    items: items.map(({ place, kind, unitId, sealedText, sealedReply, repliedAt }) => ({
      place,
      kind,
      unitId,
      text: openOwn(ctx, sealedText),
      reply: sealedReply === null ? null : openOwn(ctx, sealedReply),
      repliedAt: repliedAt && instantText(repliedAt),
    })),
  }
}
