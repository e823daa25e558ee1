import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { caseErrors } from '../errors.ts'

/** Why a grant is taken back: the office granted it unlawfully (行政许可法 art. 69(1)), it was got by deception or bribery (art. 69(2)), or a pledge was false and not rectified. */
export const revocationGrounds = ['unlawfulGrant', 'deception', 'falsePledge'] as const
export type RevocationGround = (typeof revocationGrounds)[number]

/** A false pledge is a ground only after the check found it and the time to rectify ran out (浙江省最多跑一次规定 art. 14; C-19). */
export function checkRevocation(ground: RevocationGround, pledgeChecked: string | null, stillRectifying: boolean): Verdict {
  if (ground !== 'falsePledge') return fine
  return pledgeChecked === 'failed' && !stillRectifying ? fine : refuse(caseErrors.notUnrectified, { pledgeChecked, stillRectifying })
}
