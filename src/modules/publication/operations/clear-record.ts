import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { publicationErrors } from '../errors.ts'
import { defineRecordCommand } from '../record-command.ts'
import { noteReview } from '../note-review.ts'
import { openClock } from '../rules/clocks.ts'
import { checkPhones, numbersOf } from '../rules/numbers-in-text.ts'
import { RecordNumber, Remark } from '../schema.ts'
import { editorTask } from '../tasks.ts'

/** O-17: somebody who wrote none of it looks through it before it is published, and answers for every telephone number in it. */
export const clearRecord = defineRecordCommand({
  name: 'publication.clear-record',
  command: 'clear',
  summary: 'Finds after the secrecy review that a record may be published; telephone numbers in it have to be confirmed as public ones',
  input: z.object({ number: RecordNumber, basis: Remark, remark: Remark, phonesArePublic: z.stringbool().or(z.boolean()).default(false) }),
  refusals: [publicationErrors.phoneUnconfirmed],
  example: { basis: '《政府信息公开条例》第十七条', remark: '不涉及国家秘密和个人隐私，可以公开' },
  async effect(ctx, { record }, { basis, remark, phonesArePublic }) {
    const { matter, unitId, text } = record
    must(checkPhones(text, phonesArePublic))
    const confirmedPhones = numbersOf('phone', text).length
    await noteReview(ctx, record, { decision: 'clear', basis, remark, ground: null, confirmedPhones })
    return { to: 'cleared', detail: { confirmedPhones }, assign: [editorTask(ctx, 'publish', { unitId, matter, timer: openClock(matter.timers, 'publish') })] }
  },
})
