import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { addEvidence, listEvidence } from '#kernel/evidence/evidence.ts'
import { satisfy } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import { offeredEvidence } from '../evidence-of.ts'
import { checklistOf, itemOf } from '../item-of.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { isGap } from '../rules/gap.ts'
import { OfferedMaterial } from '../schema.ts'
import { defineCaseCommand } from './case-command.ts'

/** The applicant supplies a material that was promised for later (容缺); with the last one the gap's clock ends (C-18). */
export const supplyMaterial = defineCaseCommand({
  name: 'cases.supply-material',
  command: 'supply-material',
  summary: 'Supplies materials that were promised or that add to the case',
  fields: { materials: z.array(OfferedMaterial).min(1).max(100) },
  refusals: [caseErrors.unknownMaterial, caseErrors.fileNotYours, caseErrors.certificateOfOtherType],
  example: { materials: [{ material: 'm4', by: 'paper', copies: 1 }] },
  async run(ctx, record, { materials }) {
    const item = await itemOf(ctx, record)
    await addEvidence(ctx.db, record.matter.id, await offeredEvidence(ctx, { matterId: record.matter.id, holderId: record.detail.applicant_id }, checklistOf(item, record), materials))
    const owed = (await listEvidence(ctx.db, record.matter.id)).filter(isGap)
    const gap = owed.length === 0 ? openClock(record.matter.timers, clockNames.gap) : undefined
    const changed = await recordCaseStep(ctx, record, {
      command: 'supply-material',
      to: record.matter.state === 'suspended' ? 'suspended' : 'inReview',
      timers: gap ? [must(satisfy(gap, ctx.now))] : [],
      detail: { supplied: materials.map((offer) => offer.material), stillOwed: owed.map((one) => one.requirement) },
    })
    return { record: changed, documents: [] }
  },
})
