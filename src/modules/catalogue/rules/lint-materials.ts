import { errorAt, findingsWhere } from './finding.ts'
import type { LintRule } from './finding.ts'

/** Names that let a window ask for anything: 其他材料, 有关材料, 法律法规规定的其他文件, 与…有关的证明材料. */
const CATCH_ALL = /(其他|其它|有关|相关)(的)?[^，。、（）]{0,8}(材料|文件|资料|证明)$|(其他|其它)$|需要(提供|提交)的/

/** A paper called 证明 that a third party has to issue is a proof even if the editor forgot to say so; identity papers are not. */
const LOOKS_LIKE_PROOF = /证明$/
const IDENTITY_PAPER = /身份证明|出生医学证明/

/** I-12: no catch-all materials (优化营商环境条例 art. 13 of the local regulations: no 兜底条款). */
export const noCatchAll: LintRule = ({ materials }) =>
  materials.flatMap((material, at) =>
    findingsWhere([CATCH_ALL.test(material.name), errorAt('I-12', `/materials/${at}/name`, 'catch-all-material', { name: material.name })]),
  )

/** I-13: what sharing yields is marked 免提交 and is not demanded (国务院关于在线政务服务的若干规定 art. 7). */
export const sharedIsExempt: LintRule = ({ materials }, { sharedResources, certificateTypes }) => {
  const replaced = new Map(sharedResources.flatMap((resource) => resource.replaces.map((name) => [name, resource.name] as const)))
  const resources = new Set(sharedResources.map((resource) => resource.key))
  const types = new Set(certificateTypes.map((type) => type.key))
  return materials.flatMap((material, at) => {
    const { exempt, name } = material
    const source = replaced.get(name)
    const unknown = (exempt?.by === 'SHARED_RESOURCE' && !resources.has(exempt.resource)) || (exempt?.by === 'CERTIFICATE_TYPE' && !types.has(exempt.certificateType))
    return findingsWhere(
      [exempt === null && source !== undefined, errorAt('I-13', `/materials/${at}/exempt`, 'shared-not-exempt', { name, source: source ?? '' })],
      [exempt !== null && material.necessity === 'REQUIRED', errorAt('I-13', `/materials/${at}/necessity`, 'exempt-but-required', { name })],
      [unknown, errorAt('I-13', `/materials/${at}/exempt`, 'exempt-from-nowhere', { name })],
    )
  })
}

/** I-17: proofs outside the list of proof items are refused (优化营商环境条例 art. 44). */
export const proofsAreListed: LintRule = ({ materials }, { proofItems }) => {
  const listed = new Set(proofItems.map((item) => item.name))
  return materials.flatMap((material, at) => {
    const proof = material.proof || (material.exempt === null && LOOKS_LIKE_PROOF.test(material.name) && !IDENTITY_PAPER.test(material.name))
    return findingsWhere([proof && !listed.has(material.name), errorAt('I-17', `/materials/${at}/name`, 'proof-not-listed', { name: material.name })])
  })
}
