import { z } from 'zod'
import { contentHash } from '../content-hash.ts'
import { defineRecordCommand } from '../record-command.ts'
import { openClock } from '../rules/clocks.ts'
import { RecordNumber } from '../schema.ts'
import { reviewTask } from '../tasks.ts'

/** What is reviewed is what is published: the hash of the text stands in the ledger, and nobody writes it any more. */
export const submitRecord = defineRecordCommand({
  name: 'publication.submit-record',
  command: 'submit',
  summary: 'Hands a draft over for its secrecy review',
  input: z.object({ number: RecordNumber }),
  example: {},
  effect: async (ctx, { record: { matter, unitId, text } }) => ({
    to: 'underReview',
    detail: { contentHash: contentHash(text) },
    assign: [await reviewTask(ctx, { unitId, matter, writers: text.writers, timer: openClock(matter.timers, 'publish') })],
  }),
})
