import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { disclosureErrors } from '../errors.ts'
import type { RequestState } from '../lifecycle.ts'
import { defineRequestCommand } from '../request-command.ts'
import { RemedyKind, RemedyResult, RequestNumber } from '../schema.ts'
import { keepRemedy } from '../store/remedies.ts'

/** A review or lawsuit about an answer and how it ended, for the last table of the annual report (O-13). */
export const recordRemedy = defineRequestCommand({
  name: 'disclosure.record-remedy',
  command: 'record-remedy',
  summary: 'Records a review or lawsuit about an answer, or how it ended',
  input: z.object({ number: RequestNumber, kind: RemedyKind, filedOn: Day, result: RemedyResult, decidedOn: Day.optional() }),
  refusals: [disclosureErrors.remedyResultMissing],
  example: { kind: 'review', filedOn: '2026-09-01', result: 'pending' },
  async effect(ctx, { request }, { kind, filedOn, result, decidedOn }) {
    const isPending = result === 'pending'
    const today = dayOf(ctx.now)
    const fits = isPending ? decidedOn === undefined : decidedOn !== undefined && decidedOn >= filedOn && decidedOn <= today
    if (!fits || filedOn > today) throw new Refusal(disclosureErrors.remedyResultMissing, {}, [{ pointer: '/decidedOn', code: disclosureErrors.remedyResultMissing.code }])
    await keepRemedy(ctx.db, { id: newId(ctx.now.getTime()), requestId: request.matter.id, kind, filedOn, result, decidedOn: decidedOn ?? null, recordedBy: actorOf(ctx.caller), recordedAt: ctx.now })
    return { to: request.matter.state as RequestState, detail: { kind, filedOn, result } }
  },
})
