import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { publicationErrors } from '../errors.ts'
import { getRecordFor, ShownRecord, shownRecord } from '../record-view.ts'
import { RecordNumber } from '../schema.ts'

export const getOwnRecord = defineOperation({
  name: 'publication.get-own-record',
  summary: 'Shows a record with its last edition, its reviews and what the caller may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/public-records/{number}' },
  access: { permission: 'publication:list' },
  input: z.object({ number: RecordNumber }),
  output: ShownRecord,
  refusals: [publicationErrors.recordUnknown],
  examples: [{ summary: 'The first record of a day', input: { number: 'GK202609070001' } }],
  async run(ctx, { number }) {
    return shownRecord(ctx, await getRecordFor(ctx, number, false))
  },
})
