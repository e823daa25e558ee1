import { z } from 'zod'
import { defineRecordCommand } from '../record-command.ts'
import { RecordNumber, Remark } from '../schema.ts'

/** The text of a repealed document stays public, marked as no longer valid. */
export const repealRecord = defineRecordCommand({
  name: 'publication.repeal-record',
  command: 'repeal',
  summary: 'Marks a published document as repealed; its text stays readable',
  input: z.object({ number: RecordNumber, reason: Remark }),
  example: { reason: '由新的管理办法取代' },
  effect: (ctx, _reached, { reason }) => ({ to: 'repealed', outcome: 'repealed', change: { ended_as: 'repealed', ended_at: ctx.now, end_reason: reason } }),
})
