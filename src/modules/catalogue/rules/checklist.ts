import type { ItemVersion } from '../schema/item-version.ts'
import type { Exemption, RequiredMaterial } from '../schema/material.ts'
import { conditionHolds } from '../schema/scenario.ts'
import type { ScenarioAnswers } from '../schema/scenario.ts'

/** What the office found out about the applicant before it asks for papers. */
export interface OfficeKnowledge {
  /** Certificate types of which a valid certificate of the applicant is at hand. */
  readonly certificatesHeld: readonly string[]
  /** Sources (shared resources or certificate types) that were asked and have nothing about him. */
  readonly askedInVain: readonly string[]
  /** Materials that were checked in an earlier case and are still good (一次录入、后续复用), by material name. */
  readonly verifiedMaterials: readonly string[]
}

export type ChecklistStatus = 'EXEMPT' | 'REQUIRED' | 'OPTIONAL'
export type ChecklistReason = 'ONLINE_FORM' | 'CERTIFICATE_HELD' | 'WILL_BE_FETCHED' | 'VERIFIED_BEFORE' | 'FOUND_NOWHERE' | 'NEEDED' | 'WISHED'

/** One line of the applicant's checklist. */
export interface ChecklistLine {
  readonly material: RequiredMaterial
  readonly status: ChecklistStatus
  readonly reason: ChecklistReason
  /** Resource or certificate type behind an exemption. */
  readonly source: string | null
  /** A required paper may follow later (容缺) or be replaced by a commitment (告知承诺). */
  readonly mayFollow: boolean
  readonly mayPledge: boolean
}

const KNOWS_NOTHING: OfficeKnowledge = { certificatesHeld: [], askedInVain: [], verifiedMaterials: [] }

/** The papers of one applicant for his answers: what he brings, what he need not bring and why (国务院关于在线政务服务的若干规定 art. 7). Papers to bring come first. */
export function materialsFor(
  version: Pick<ItemVersion, 'materials' | 'pledgeApproval'>,
  answers: ScenarioAnswers,
  knowledge: OfficeKnowledge = KNOWS_NOTHING,
): readonly ChecklistLine[] {
  const lines = version.materials.filter((material) => conditionHolds(material.when, answers)).map((material) => lineFor(material, version.pledgeApproval, knowledge))
  return lines.toSorted((a, b) => Number(a.status === 'EXEMPT') - Number(b.status === 'EXEMPT'))
}

/** The certificate types and shared resources by which materials of an item may be exempt. */
export function exemptionSources({ materials }: Pick<ItemVersion, 'materials'>): readonly string[] {
  return [...new Set(materials.flatMap(({ exempt }) => (exempt === null ? [] : (sourceOf(exempt) ?? []))))]
}

function lineFor(material: RequiredMaterial, pledgeApproval: boolean, knowledge: OfficeKnowledge): ChecklistLine {
  if (material.exempt !== null) {
    const source = sourceOf(material.exempt)
    if (source === null) return exempt(material, 'ONLINE_FORM', null)
    if (knowledge.certificatesHeld.includes(source)) return exempt(material, 'CERTIFICATE_HELD', source)
    if (!knowledge.askedInVain.includes(source)) return exempt(material, 'WILL_BE_FETCHED', source)
  }
  if (knowledge.verifiedMaterials.includes(material.name)) return exempt(material, 'VERIFIED_BEFORE', null)
  const foundNowhere = material.exempt !== null
  const required = foundNowhere || material.necessity === 'REQUIRED'
  return {
    material,
    status: required ? 'REQUIRED' : 'OPTIONAL',
    reason: foundNowhere ? 'FOUND_NOWHERE' : required ? 'NEEDED' : 'WISHED',
    source: material.exempt === null ? null : sourceOf(material.exempt),
    mayFollow: required && material.gapTolerant,
    mayPledge: required && pledgeApproval && material.pledgeable,
  }
}

function exempt(material: RequiredMaterial, reason: ChecklistReason, source: string | null): ChecklistLine {
  return { material, status: 'EXEMPT', reason, source, mayFollow: false, mayPledge: false }
}

function sourceOf(exemption: Exemption): string | null {
  switch (exemption.by) {
    case 'SHARED_RESOURCE':
      return exemption.resource
    case 'CERTIFICATE_TYPE':
      return exemption.certificateType
    case 'ONLINE_FORM':
      return null
  }
}
