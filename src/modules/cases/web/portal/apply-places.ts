import type { OutputOf } from '#app'
import { askedSections } from '../form-delivery.ts'
import { type ApplyStep, applySteps } from './apply-draft.ts'

type Guide = OutputOf<'catalogue.get-guide'>
type Section = Guide['form']['sections'][number]

/** A page of the application: a step, and in the form the section that is filled in on it. */
export interface Place {
  readonly step: ApplyStep
  /** The key of the section; empty on the other steps. */
  readonly part: string
}

export function stepNamed(name: string | null | undefined): ApplyStep {
  return applySteps.find((step) => step === name) ?? 'situation'
}

/** The pages of the form: a section each, without what is asked elsewhere. */
export const formPagesOf = askedSections

/** The section of a page of the form. */
export function sectionAt({ part }: Place, guide: Guide): Section | undefined {
  return formPagesOf(guide).find((section) => section.key === part)
}

/** All pages in their order, as the situation has them. */
export function placesOf(guide: Guide): readonly Place[] {
  return applySteps.flatMap((step): readonly Place[] => (step === 'form' ? formPagesOf(guide).map(({ key }) => ({ step, part: key })) : [{ step, part: '' }]))
}

/** A page by its name; undefined for a section that the situation does not have. */
export function findPlace(guide: Guide, step: ApplyStep, part: string): Place | undefined {
  return placesOf(guide).find((place) => place.step === step && place.part === part)
}

/** The page before or after another one. */
export function placeBeside({ step, part }: Place, guide: Guide, by: 1 | -1): Place {
  const places = placesOf(guide)
  const at = places.findIndex((place) => place.step === step && place.part === part)
  return places[at + by] ?? { step, part }
}
