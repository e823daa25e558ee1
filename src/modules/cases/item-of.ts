import type { Ctx } from '#kernel/contract/operation.ts'
import { type ChecklistLine, getItemVersion, type ItemVersion, materialsFor, type ScenarioAnswers } from '#modules/catalogue/index.ts'
import type { CaseRecord } from './store/cases.ts'

/** The version of the item that the case was filed under; a later version does not touch it (I-14). */
export async function itemOf(ctx: Ctx, record: CaseRecord): Promise<ItemVersion> {
  return (await getItemVersion(ctx.db, record.matter.itemVersionId ?? '')).item
}

export function answersOf(record: CaseRecord): ScenarioAnswers {
  return record.detail.scenario as ScenarioAnswers
}

/** The checklist of the case: what its item demands for the applicant's scenario, less the materials that were verified in earlier cases (by name; C-30). */
export function checklistOf(item: ItemVersion, record: CaseRecord, verifiedMaterials: readonly string[] = []): readonly ChecklistLine[] {
  return materialsFor(item, answersOf(record), { certificatesHeld: [], askedInVain: [], verifiedMaterials })
}
