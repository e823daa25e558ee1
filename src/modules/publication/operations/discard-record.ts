import { z } from 'zod'
import { backToPublished } from '../back-to-published.ts'
import { defineRecordCommand } from '../record-command.ts'
import { RecordNumber, Remark } from '../schema.ts'
import { discardEdition } from '../store/records.ts'

/** A first edition that is given up ends the matter; a later one leaves the public with the edition before. */
export const discardRecord = defineRecordCommand({
  name: 'publication.discard-record',
  command: 'discard',
  summary: 'Gives up an edition that has not been published',
  input: z.object({ number: RecordNumber, reason: Remark }),
  example: { reason: '与另一条信息重复' },
  async effect(ctx, { record }, { reason }) {
    await discardEdition(ctx.db, record.matter.id, record.text.edition, reason)
    return backToPublished(ctx, record, { otherwise: 'discarded', reason: 'discarded' })
  },
})
