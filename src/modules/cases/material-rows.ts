import type { DataRow } from '#kernel/documents/template.ts'
import type { Evidence } from '#kernel/evidence/evidence.ts'
import type { ChecklistLine, ItemVersion } from '#modules/catalogue/index.ts'
import type { OfferedMaterial } from './schema.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** The list of materials for a receipt or voucher: name, copies, and how each came. */
export function materialRows(lines: readonly ChecklistLine[], offered: readonly OfferedMaterial[]): readonly DataRow[] {
  const rows = lines.flatMap((line) => {
    const offer = offered.find((candidate) => candidate.material === line.material.key)
    const form = formOf(line, offer)
    return form === undefined ? [] : [{ name: line.material.name, copies: offer?.by === 'paper' ? offer.copies : 1, form }]
  })
  return rows.length > 0 ? rows : [{ name: texts.materials.form, copies: 1, form: texts.materials.online }]
}

function formOf(line: ChecklistLine, offer: OfferedMaterial | undefined): string | undefined {
  if (offer !== undefined) return texts.materials[offer.by]
  if (line.reason === 'VERIFIED_BEFORE') return texts.materials.verified
  if (line.status === 'EXEMPT') return line.reason === 'ONLINE_FORM' ? texts.materials.online : texts.materials.exempt
  return line.material.kind === 'FORM' ? texts.materials.online : undefined
}

/** The same list for the voucher, from what stands as evidence. */
export function materialRowsOfEvidence(item: Pick<ItemVersion, 'materials'>, evidence: readonly Evidence[]): readonly DataRow[] {
  const rows = evidence
    .filter((one) => one.state !== 'promised')
    .map((one) => ({ name: item.materials.find((material) => material.key === one.requirement)?.name ?? one.requirement, copies: Number(one.provenance['copies'] ?? 1), form: one.provenance['reason'] === 'VERIFIED_BEFORE' ? texts.materials.verified : texts.sources[one.source] }))
  return rows.length > 0 ? rows : [{ name: texts.materials.form, copies: 1, form: texts.materials.online }]
}
