import { type FieldFault, fine, refuse, type RefusalType, type Verdict } from '#kernel/errors/refusal.ts'
import { addMonths, type Day } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { publicationErrors } from '../errors.ts'
import type { RecordClass, RecordFiling, RecordTheme, RecordText } from '../schema.ts'

export type Elements = Pick<RecordText, 'docNo' | 'createdOn' | 'effectiveOn' | 'validUntil' | 'reviewOn'> & Pick<RecordFiling, 'class' | 'theme'> & { readonly isInterpretation: boolean }

/** Themes of the law that belong to one class of the statistics, so that no record is counted in the wrong one. */
const classOfTheme: Readonly<Partial<Record<RecordTheme, RecordClass>>> = { punishment: 'enforcement', finance: 'budget' }

/** Whether the elements of a record are complete and fit each other; the refusal names every field that does not. */
export function checkElements(elements: Elements, on: { readonly today: Day; readonly normativeValidity: TimeLimit }): Verdict {
  const faults = [...faultsOfFiling(elements), ...faultsOfDays(elements, on.today), ...(elements.class === 'normative' ? faultsOfNormative(elements, on.normativeValidity) : [])]
  return faults.length === 0 ? fine : refuse(publicationErrors.elementsRefused, {}, faults)
}

function faultsOfFiling({ class: filed, theme, isInterpretation }: Elements): readonly FieldFault[] {
  if (isInterpretation) return filed === null ? [] : [fault('class', publicationErrors.themeOfOtherClass)]
  if (filed === null) return [fault('class', publicationErrors.elementMissing)]
  const expected = classOfTheme[theme]
  return expected === undefined || expected === filed ? [] : [fault('theme', publicationErrors.themeOfOtherClass)]
}

function faultsOfDays({ createdOn, effectiveOn, validUntil, reviewOn }: Elements, today: Day): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (createdOn > today) faults.push(fault('createdOn', publicationErrors.dayInFuture))
  if (validUntil !== null && validUntil < (effectiveOn ?? createdOn)) faults.push(fault('validUntil', publicationErrors.daysInWrongOrder))
  if (validUntil !== null && reviewOn !== null && reviewOn > validUntil) faults.push(fault('reviewOn', publicationErrors.daysInWrongOrder))
  return faults
}

/** A normative document has a number, a first and a last day, and a day on which it is looked through again. */
function faultsOfNormative(elements: Elements, longest: TimeLimit): readonly FieldFault[] {
  const { effectiveOn, validUntil } = elements
  const missing = (['docNo', 'effectiveOn', 'validUntil', 'reviewOn'] as const).filter((name) => elements[name] === null)
  const tooLong = effectiveOn !== null && validUntil !== null && validUntil > addMonths(effectiveOn, longest.value * 12)
  return [...missing.map((name) => fault(name, publicationErrors.elementMissing)), ...(tooLong ? [fault('validUntil', publicationErrors.validityTooLong)] : [])]
}

function fault(name: string, { code }: RefusalType): FieldFault {
  return { pointer: `/${name}`, code }
}
