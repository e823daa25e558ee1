import { type ApplyView, certificateFor, type Line } from './apply-view.ts'
import { say } from './text.ts'

/** Why a material need not be handed in, or which certificate stands in its place. */
export function knownWords(view: Pick<ApplyView, 'held' | 'draft'>, { material, reason }: Line): string {
  const certificate = certificateFor(view, material.key)
  return certificate === undefined ? say(`reason.${reason}`) : say('apply.materials.held', { name: certificate.typeName, issuer: certificate.issuer })
}
