import { z } from 'zod'
import { defineRecordCommand } from '../record-command.ts'
import { done } from '../rules/clocks.ts'
import { RecordNumber, Remark } from '../schema.ts'

/** The header of the record and the reason stay public (行政处罚法 art. 48: 公开说明理由); its text does not. */
export const withdrawRecord = defineRecordCommand({
  name: 'publication.withdraw-record',
  command: 'withdraw',
  summary: 'Withdraws a published record and tells the public why',
  input: z.object({ number: RecordNumber, reason: Remark }),
  example: { reason: '原处罚决定已被撤销' },
  effect: (ctx, { record: { matter } }, { reason }) => ({
    to: 'withdrawn',
    outcome: 'withdrawn',
    timers: done(matter.timers, 'withdraw', ctx.now),
    change: { ended_as: 'withdrawn', ended_at: ctx.now, end_reason: reason },
  }),
})
