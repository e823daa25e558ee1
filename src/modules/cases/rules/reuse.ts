import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { ChecklistLine, RequiredMaterial } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'
import type { Defect } from './correction.ts'

/** A material that was accepted in an earlier case of the same subject and may stand in this one. */
export interface EarlierMaterial {
  readonly name: string
  readonly kind: RequiredMaterial['kind']
  /** Blind index of the place that the earlier case was about; null without a place. */
  readonly placeIndex: string | null
  readonly caseNumber: string
  readonly fileId: string | null
  readonly acceptedOn: string
}

/**
 * Which earlier materials serve again: a certificate of the subject always, anything else only for the same place (the floor
 * plan of another shop is another material). An application form and a commitment are of one case only. The newest of each name.
 */
export function reusable(earlier: readonly EarlierMaterial[], placeIndex: string | null): ReadonlyMap<string, EarlierMaterial> {
  const fits = earlier.filter(({ kind, placeIndex: place }) => kind === 'CERTIFICATE' || (kind !== 'FORM' && kind !== 'COMMITMENT' && place === placeIndex))
  return new Map(fits.toSorted((a, b) => a.acceptedOn.localeCompare(b.acceptedOn)).map((one) => [one.name, one]))
}

/**
 * The office may not ask for a material that it accepted from this subject within its validity (安阳市政务服务条例 art. 23; C-30),
 * nor for the paper behind an electronic certificate (国务院关于在线政务服务的若干规定 art. 10; D-09). `standing` are the
 * requirements for which the applicant handed in something new himself: its defects may be told.
 */
export function checkNotAskedTwice(lines: readonly ChecklistLine[], defects: readonly Defect[], standing: readonly { readonly requirement: string; readonly source: string }[]): Verdict {
  for (const defect of defects) {
    const given = standing.find((one) => one.requirement === defect.material)
    if (given?.source === 'certificate') return refuse(caseErrors.paperNotRequired, { material: defect.material })
    const line = lines.find((candidate) => candidate.material.key === defect.material)
    if (line?.reason === 'VERIFIED_BEFORE' && (given === undefined || given.source === 'shared')) return refuse(caseErrors.materialAskedTwice, { material: defect.material })
  }
  return fine
}
