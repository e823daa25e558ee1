import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { RequiredMaterial } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'

/** A defect that the office tells the applicant of: a material, and the decidable standard that it does not meet. */
export interface Defect {
  readonly material: string
  /** Index of the acceptance standard whose answer is no; null: the material is missing as a whole. */
  readonly standard: number | null
}

/** Nothing may be demanded beyond the published guide: each defect names a material of the checklist and one of its standards (安阳市政务服务条例 art. 23). */
export function checkDefects(checklist: readonly RequiredMaterial[], defects: readonly Defect[]): Verdict {
  for (const [index, defect] of defects.entries()) {
    const material = checklist.find((candidate) => candidate.key === defect.material)
    const known = material !== undefined && (defect.standard === null || material.acceptanceStandards[defect.standard] !== undefined)
    if (!known) return refuse(caseErrors.defectNotInStandard, defect as unknown as Record<string, unknown>, [{ pointer: `/defects/${index}`, code: caseErrors.defectNotInStandard.code }])
  }
  return fine
}

/**
 * A second correction request may only name what the applicant changed since the first: a defect that existed then should
 * have stood in the one-time notice (行政许可法 art. 32, 72(4); C-02). `supplied` are the materials handed in as correction.
 */
export function checkOneTime(earlier: readonly Defect[], supplied: readonly string[], defects: readonly Defect[]): Verdict {
  if (earlier.length === 0) return fine
  const late = defects.find((defect) => !supplied.includes(defect.material))
  return late === undefined ? fine : refuse(caseErrors.defectExistedBefore, { material: late.material, standard: late.standard })
}

/** A correction must answer every defect of the notice. */
export function checkCorrection(defects: readonly Defect[], supplied: readonly string[]): Verdict {
  const open = [...new Set(defects.map((defect) => defect.material))].filter((material) => !supplied.includes(material))
  return open.length === 0 ? fine : refuse(caseErrors.correctionIncomplete, { materials: open })
}
