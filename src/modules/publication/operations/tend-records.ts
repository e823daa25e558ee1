import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf, instantAtEndOf } from '#kernel/time/day.ts'
import { applyEffect } from '../record-command.ts'
import { done } from '../rules/clocks.ts'
import { listToTend } from '../store/record-lists.ts'
import { findRecord, updateRecord } from '../store/records.ts'
import { tellEditors } from '../tasks.ts'

const batch = 200

/** Run by the job every morning. What nobody withdrew is withdrawn on the last day of its three (O-18); what is no longer valid says so. Repeating it changes nothing. */
export const tendRecords = defineOperation({
  name: 'publication.tend-records',
  summary: 'Ends records whose validity is over, withdraws punishments on their last day, and reminds of documents to be looked through',
  kind: 'command',
  access: { permission: 'publication:tend' },
  input: z.object({}),
  output: z.object({ expired: z.number().int(), withdrawn: z.number().int(), reminded: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const day = dayOf(ctx.now)
    const { expired, toWithdraw, toReview } = await listToTend(ctx.db, { day, endOfDay: instantAtEndOf(day) }, batch)
    for (const { number } of expired) {
      const record = await findRecord(ctx.db, number, true)
      if (record?.matter.state === 'published') await applyEffect(ctx, record, 'expire', { to: 'expired', outcome: 'expired', change: { ended_as: 'expired', ended_at: ctx.now } })
    }
    for (const { number } of toWithdraw) {
      const record = await findRecord(ctx.db, number, true)
      if (record?.matter.state === 'toWithdraw') await applyEffect(ctx, record, 'withdraw', { to: 'withdrawn', outcome: 'withdrawn', timers: done(record.matter.timers, 'withdraw', ctx.now), change: { ended_as: 'withdrawn', ended_at: ctx.now } })
    }
    for (const { id, number, unitId, reviewOn } of toReview) {
      await tellEditors(ctx, { unitId, matterId: id }, 'review-due', { number })
      if (reviewOn !== null) await updateRecord(ctx.db, id, { review_reminded_on: reviewOn })
    }
    return { expired: expired.length, withdrawn: toWithdraw.length, reminded: toReview.length }
  },
})
