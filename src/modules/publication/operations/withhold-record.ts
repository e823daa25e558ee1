import { z } from 'zod'
import { backToPublished } from '../back-to-published.ts'
import { defineRecordCommand } from '../record-command.ts'
import { noteReview } from '../note-review.ts'
import { RecordNumber, Remark, WithholdingGround } from '../schema.ts'
import { tellEditors } from '../tasks.ts'

/** A first edition is kept back for good; of a later one the public goes on reading the edition before. */
export const withholdRecord = defineRecordCommand({
  name: 'publication.withhold-record',
  command: 'withhold',
  summary: 'Finds after the secrecy review that a record may not be published, with the ground of the law',
  input: z.object({ number: RecordNumber, ground: WithholdingGround, basis: Remark, remark: Remark }),
  example: { ground: 'internalAffairs', basis: '《政府信息公开条例》第十六条第一款', remark: '属于内部管理信息' },
  async effect(ctx, { record }, { ground, basis, remark }) {
    const { matter, unitId } = record
    await noteReview(ctx, record, { decision: 'withhold', basis, remark, ground, confirmedPhones: 0 })
    await tellEditors(ctx, { unitId, matterId: matter.id }, 'record-withheld', { number: matter.number })
    return { ...backToPublished(ctx, record, { otherwise: 'withheld', reason: ground }), detail: { ground } }
  },
})
