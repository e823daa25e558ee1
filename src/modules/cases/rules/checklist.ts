import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { ChecklistLine, ItemVersion, RequiredMaterial } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'

/** What the applicant gives for a material, or says in its place. */
export interface OfferedMaterial {
  readonly material: string
  readonly by: 'file' | 'paper' | 'certificate' | 'gap' | 'pledge'
}

/** What is offered belongs to the checklist; gaps and pledges only where the item allows them (C-18, C-19). */
export function checkOffered(lines: readonly ChecklistLine[], offered: readonly OfferedMaterial[], options: { readonly pledge: boolean }): Verdict {
  for (const offer of offered) {
    const line = lines.find((candidate) => candidate.material.key === offer.material)
    if (line === undefined) return refuse(caseErrors.unknownMaterial, { material: offer.material })
    if (offer.by === 'gap' && !line.mayFollow) return refuse(caseErrors.gapNotAllowed, { material: offer.material })
    if (offer.by === 'pledge' && (!options.pledge || !line.mayPledge)) return refuse(caseErrors.pledgeNotAllowed, { material: offer.material })
  }
  return fine
}

/**
 * Every required material has something in its place. Online this is asked before filing; the window takes an incomplete
 * application in and tells once what is missing (行政许可法 art. 32(4)), so there it is asked before acceptance.
 */
export function checkComplete(lines: readonly ChecklistLine[], inPlace: readonly string[]): Verdict {
  const missing = lines.filter((line) => line.status === 'REQUIRED' && line.material.kind !== 'FORM' && !inPlace.includes(line.material.key))
  return missing.length === 0 ? fine : refuse(caseErrors.materialMissing, { materials: missing.map((line) => line.material.key) })
}

/** The type of electronic certificate that the item names for a material; null if it names none. */
export function certificateTypeOf({ exempt }: Pick<RequiredMaterial, 'exempt'>): string | null {
  return exempt?.by === 'CERTIFICATE_TYPE' ? exempt.certificateType : null
}

/** A certificate stands only for a material that names its type; for one that names none the acceptor looks at it (D-08). */
export function checkServes(material: Pick<RequiredMaterial, 'key' | 'exempt'>, certificate: { readonly typeKey: string }): Verdict {
  const named = certificateTypeOf(material)
  return named === null || named === certificate.typeKey ? fine : refuse(caseErrors.certificateOfOtherType, { material: material.key })
}

/** A pledge (告知承诺) needs an item that offers it and an applicant without unrepaired bad credit (C-19). */
export function checkPledge(item: Pick<ItemVersion, 'pledgeApproval'>, badCredit: boolean): Verdict {
  if (!item.pledgeApproval) return refuse(caseErrors.pledgeNotAllowed)
  return badCredit ? refuse(caseErrors.pledgeBarred) : fine
}

/** Nothing stands as defective, such as what a pledge covered before it was taken back (C-20). */
export function checkNothingDefective(defective: readonly string[]): Verdict {
  return defective.length === 0 ? fine : refuse(caseErrors.materialMissing, { materials: defective })
}

/** The clerk answered the standards of every material that the applicant has to bring. */
export function checkChecklist(lines: readonly ChecklistLine[], checked: readonly string[]): Verdict {
  const open = lines.filter((line) => line.status === 'REQUIRED' && !line.mayFollow && !checked.includes(line.material.key)).map((line) => line.material.key)
  return open.length === 0 ? fine : refuse(caseErrors.checklistOpen, { materials: open })
}
