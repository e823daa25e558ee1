import type { Ctx } from '#kernel/contract/operation.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { addMonths, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { getItemVersion } from '#modules/catalogue/index.ts'
import { type EarlierMaterial, reusable } from './rules/reuse.ts'
import { caseSettings } from './settings.ts'
import { listAcceptedMaterials } from './store/accepted-materials.ts'

/** The case that is filed or worked on: whose, about which place; `id` is null before it has one. */
export interface Asking {
  readonly id: string | null
  readonly subjectId: string
  readonly placeIndex: string | null
  /** Names of materials that the applicant hands in or promises himself: his choice stands. */
  readonly given?: readonly string[]
}

/** Materials by name that the office accepted from this subject in other cases within their validity, and need not ask for again (C-30). */
export async function verifiedBefore(ctx: Ctx, asking: Asking): Promise<ReadonlyMap<string, EarlierMaterial>> {
  const since = instantAtStartOf(addMonths(dayOf(ctx.now), -12 * settingsAt(ctx, caseSettings).materialReuse.value))
  const rows = await listAcceptedMaterials(ctx.db, { subjectId: asking.subjectId, since, exceptId: asking.id })
  const earlier: EarlierMaterial[] = []
  for (const row of rows) {
    const { item } = await getItemVersion(ctx.db, row.itemVersionId)
    const material = item.materials.find((candidate) => candidate.key === row.requirement)
    if (material !== undefined && !asking.given?.includes(material.name)) earlier.push({ name: material.name, kind: material.kind, placeIndex: row.placeIndex, caseNumber: row.caseNumber, fileId: row.fileId, acceptedOn: dayOf(row.acceptedAt) })
  }
  return reusable(earlier, asking.placeIndex)
}
