import type { RequiredMaterial } from '#modules/catalogue/schema/material.ts'
import type { ScenarioOption } from '#modules/catalogue/schema/scenario.ts'
import type { CertificateNames } from './certificates.ts'
import type { ItemFact, MaterialFact } from './facts.ts'
import { exemptionFor } from './sharing.ts'
import { standardsFor } from './standards.ts'

const KINDS = { form: 'FORM', certificate: 'CERTIFICATE', report: 'REPORT', commitment: 'COMMITMENT', other: 'OTHER' } as const
const PROOF = /证明(材料|书)?(（.*）)?$/
const IDENTITY_PAPER = /身份证明|出生医学证明/

/** Whether a paper is a third party's word for a fact, which only the list of proof items may ask for. */
export function isProof(material: MaterialFact): boolean {
  return material.source !== 'shared' && PROOF.test(material.name) && !IDENTITY_PAPER.test(material.name)
}

/** The situations that a material's bracket names: 专家论证意见（古树） is for the option 古树名木. */
function situationsOf(name: string, options: readonly ScenarioOption[]): readonly string[] {
  const bracket = /（([^）]{2,})）$/.exec(name)?.[1]?.replace(/的$/, '')
  if (bracket === undefined) return []
  return options.filter((option) => option.label.includes(bracket) || bracket.includes(option.label)).map((option) => option.key)
}

/** The materials of an item from its facts; the answers of its situation question decide on bracketed ones. */
export function materialsOf(fact: ItemFact, options: readonly ScenarioOption[], certificates: CertificateNames): readonly RequiredMaterial[] {
  return fact.materials.map((material, at): RequiredMaterial => {
    const onlineForm = material.kind === 'form'
    const exempt = onlineForm ? { by: 'ONLINE_FORM' as const } : material.source === 'shared' ? exemptionFor(material.name, certificates) : null
    const situations = situationsOf(material.name, options)
    const bracketed = /（[^）]*(的|时|非|农村|选|项目)）$/.test(material.name)
    const gapTolerant = exempt === null && fact.gapTolerant.includes(material.name)
    return {
      key: `m${at + 1}`,
      name: material.name,
      necessity: exempt !== null || (bracketed && situations.length === 0) ? 'OPTIONAL' : 'REQUIRED',
      kind: KINDS[material.kind],
      copies: material.kind === 'certificate' ? 'COPY' : 'ORIGINAL',
      materialFormat: 'BOTH',
      sourceChannel: material.source === 'applicant' ? 'APPLICANT' : material.source === 'intermediary' ? 'INTERMEDIARY' : 'GOVERNMENT',
      sourceNote: material.source === 'intermediary' ? '由申请人自主选择有资质的中介机构编制。' : null,
      paperCopies: exempt === null ? 1 : 0,
      paperSize: exempt === null ? 'A4' : null,
      blankForm: onlineForm || material.kind === 'commitment' ? `blank-m${at + 1}` : null,
      filledExample: onlineForm || material.kind === 'commitment' ? `example-m${at + 1}` : null,
      fillingHint: hintFor(material, bracketed && situations.length === 0),
      acceptanceStandards: standardsFor(material),
      basis: material.basis.replace('（待核）', ''),
      exempt,
      gapTolerant,
      supplyWithin: gapTolerant ? { value: 5, unit: 'WORKING_DAY' } : null,
      pledgeable: fact.pledgeApproval.commonlyAllowed && exempt === null && material.source === 'applicant' && material.kind !== 'commitment',
      proof: isProof(material),
      when: situations.length > 0 ? [{ question: 'situation', anyOf: situations }] : [],
      mark: material.mark,
    }
  })
}

function hintFor(material: MaterialFact, onlyIfSo: boolean): string | null {
  if (material.kind === 'form') return '网上填完自动生成，不用另交。'
  if (material.source === 'shared') return '由工作人员从共享数据或电子证照库取，查不到的才请你提交。'
  return onlyIfSo ? '有括号内情形的才提交。' : null
}
