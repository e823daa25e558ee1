import type { Ctx } from '#kernel/contract/operation.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { dayOf } from '#kernel/time/day.ts'
import { type ChecklistLine, exemptionSources, type ItemVersion, materialsFor, type ScenarioAnswers } from '#modules/catalogue/index.ts'
import { listHeldKinds } from '#modules/certificates/index.ts'
import type { EarlierMaterial } from './rules/reuse.ts'
import { verifiedBefore } from './verified-before.ts'

/** An application that is about to be filed: whose, in which situation, about which place. */
export interface Applying {
  readonly applicantId: string
  readonly answers: ScenarioAnswers
  readonly placeIndex: string | null
  /** Keys of the materials that the applicant hands in or promises himself: his choice stands. */
  readonly given: readonly string[]
}

/** The checklist of an application by all that the office knows of the applicant, and the earlier materials by name that it rests on (C-30). */
export async function checklistBeforeFiling(ctx: Ctx, item: ItemVersion, applying: Applying): Promise<{ readonly lines: readonly ChecklistLine[]; readonly verified: ReadonlyMap<string, EarlierMaterial> }> {
  const { applicantId, answers, placeIndex } = applying
  const given = item.materials.filter(({ key }) => applying.given.includes(key)).map(({ name }) => name)
  const [certificatesHeld, verified] = await sideBySide([
    listHeldKinds(ctx.db, { holderId: applicantId, typeKeys: exemptionSources(item), day: dayOf(ctx.now) }),
    stillToBring(item, applying) ? verifiedBefore(ctx, { id: null, subjectId: applicantId, placeIndex, given }) : nothingVerified,
  ])
  return { lines: materialsFor(item, answers, { certificatesHeld, askedInVain: [], verifiedMaterials: [...verified.keys()] }), verified }
}

const nothingVerified: ReadonlyMap<string, EarlierMaterial> = new Map()

/** Whether anything is left that an earlier case could stand in for: whoever hands in all his papers is not looked up, and an agent may have thousands of cases. */
function stillToBring(item: ItemVersion, { answers, given }: Applying): boolean {
  return materialsFor(item, answers).some(({ status, material }) => status !== 'EXEMPT' && !given.includes(material.key))
}
