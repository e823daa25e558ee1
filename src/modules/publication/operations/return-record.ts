import { z } from 'zod'
import { defineRecordCommand } from '../record-command.ts'
import { noteReview } from '../note-review.ts'
import { openClock } from '../rules/clocks.ts'
import { RecordNumber, Remark } from '../schema.ts'
import { editorTask, tellEditors } from '../tasks.ts'

export const returnRecord = defineRecordCommand({
  name: 'publication.return-record',
  command: 'return',
  summary: 'Gives a draft back to its writers with what has to be put right; the clock goes on',
  input: z.object({ number: RecordNumber, basis: Remark, remark: Remark }),
  example: { basis: '《政府信息公开条例》第十五条', remark: '请隐去第三人的姓名' },
  async effect(ctx, { record }, { basis, remark }) {
    const { matter, unitId } = record
    await noteReview(ctx, record, { decision: 'return', basis, remark, ground: null, confirmedPhones: 0 })
    await tellEditors(ctx, { unitId, matterId: matter.id }, 'record-returned', { number: matter.number })
    return { to: 'draft', assign: [editorTask(ctx, 'write', { unitId, matter, timer: openClock(matter.timers, 'publish') })] }
  },
})
