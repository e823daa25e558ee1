import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { isInspector, readsOffice } from './access.ts'
import { supervisionErrors } from './errors.ts'
import { findSample, type ReplySample, type SampledReply } from './store/samples.ts'

export const ShownSample = z.object({
  number: z.string(),
  state: z.string(),
  commands: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  replies: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      kind: z.string(),
      unitId: z.string(),
      drawId: z.string(),
      faults: z.array(z.string()).nullable(),
      checkedBy: z.string().nullable(),
      checkedAt: z.string().nullable(),
      /** The asker wrote or passed it, and judges it not (S-06). */
      own: z.boolean(),
    }),
  ),
})

/** A sample for the inspectors and the supervisors; for everybody else there is none. */
export async function reachSample(ctx: Ctx, number: string, held: boolean): Promise<ReplySample> {
  const sample = readsOffice(ctx.caller, (await getOffice(ctx.db)).id) ? await findSample(ctx.db, number, held) : undefined
  if (sample === undefined) throw new Refusal(supervisionErrors.sampleUnknown)
  return sample
}

/** One drawn reply of a sample. Refuses `supervision.item-unknown`. */
export function getReply({ replies }: ReplySample, replyId: string): SampledReply {
  const reply = replies.find(({ id }) => id === replyId)
  if (reply === undefined) throw new Refusal(supervisionErrors.itemUnknown)
  return reply
}

export async function shownSample(ctx: Ctx, { matter, from, to, replies }: ReplySample): Promise<z.input<typeof ShownSample>> {
  const mayCheck = matter.state === 'drawn' && isInspector(ctx.caller, (await getOffice(ctx.db)).id)
  return {
    number: matter.number,
    state: matter.state,
    commands: mayCheck ? ['check-reply'] : [],
    from,
    to,
    replies: replies.map(({ faults, checkedAt, authors, ...reply }) => ({ ...reply, own: authors.includes(actorOf(ctx.caller)), faults: faults && [...faults], checkedAt: checkedAt && instantText(checkedAt) })),
  }
}
