import type { BasicCatalogueEntry, PermitListEntry, ProofItem } from '#modules/catalogue/schema/lists.ts'
import type { ItemVersion } from '#modules/catalogue/schema/item-version.ts'
import { keyOf } from './facts.ts'
import type { ItemFact } from './facts.ts'
import { isProof } from './materials.ts'

/** The basic catalogue that the items rest on. */
export function basicCatalogue(items: readonly ItemVersion[], facts: readonly ItemFact[]): readonly BasicCatalogueEntry[] {
  return items.map((item) => ({
    basicCode: item.basicCode,
    name: item.name,
    itemType: item.itemType,
    exerciseLevels: facts.find((fact) => keyOf(fact.id) === item.itemKey)?.levels ?? [item.exerciseLevel],
    basis: item.legalBasis.map(({ law, article }) => (article === null ? `《${law}》` : `《${law}》第${article}条`)).join('；'),
    state: 'PUBLISHED',
    effectiveFrom: item.effectiveFrom,
    effectiveTo: null,
    mark: item.marks.basicCode,
  }))
}

/** The permits of the district. */
export function permitList(items: readonly ItemVersion[]): readonly PermitListEntry[] {
  return items.filter((item) => item.itemType === '01').map(({ basicCode, name, department }) => ({ basicCode, name, department }))
}

/** Who issues a proof, by the words in its name. */
const ISSUERS: readonly (readonly [pattern: RegExp, issuer: string])[] = [
  [/诊断|体检|健康|身体条件/, '医疗机构'],
  [/资金|资信|信用|验资/, '银行或者会计师事务所'],
  [/产权|使用权|场地|场所|住所|住址|用房|园舍/, '权利人或者村（居）民委员会'],
  [/聘用|就业|劳动|接收|资格|学历|安全教育|技术/, '用人单位、学校或者培训机构'],
  [/合格|产品|设备|种源|来源/, '生产（销售）单位'],
]

/** Every proof that an item asks for, with the legal ground that the item gives. */
export function proofItems(facts: readonly ItemFact[]): readonly ProofItem[] {
  const asked = facts.flatMap((fact) => fact.materials.filter(isProof).map((material) => ({ fact, material })))
  const names = [...new Set(asked.map(({ material }) => material.name))]
  return names.map((name) => {
    const uses = asked.filter(({ material }) => material.name === name)
    const first = uses.find(({ material }) => material.mark === 'sourced') ?? uses[0]
    return {
      name,
      basis: first?.material.basis.replace('（待核）', '') ?? '',
      issuer: ISSUERS.find(([pattern]) => pattern.test(name))?.[1] ?? '有关单位',
      usedBy: uses.map(({ fact }) => keyOf(fact.id)),
      mark: first?.material.mark ?? 'recalled',
    }
  })
}
