import type { Fact } from '#ui/facts.tsx'
import type { CaseShown, Guide } from './case-loader.ts'
import { say } from './text.ts'

type Field = Guide['form']['sections'][number]['fields'][number]

export interface FormSectionShown {
  readonly title: string
  readonly facts: readonly Fact[]
}

/** The application form as it was filled in, with the labels and units of the item. What the record no longer explains comes last, by its key. */
export function formSections(guide: Guide | undefined, form: CaseShown['form']): readonly FormSectionShown[] {
  const sections = (guide?.form.sections ?? []).map(({ title, fields }) => ({
    title,
    facts: fields.filter(({ key }) => form[key] !== undefined).map((field) => ({ term: field.label, value: valueWords(field, form[field.key]) })),
  }))
  const known = new Set(guide?.form.sections.flatMap((section) => section.fields.map(({ key }) => key)))
  const others = Object.entries(form).filter(([key]) => !known.has(key)).map(([key, value]) => ({ term: key, value: valueWords(undefined, value) }))
  return [...sections, { title: say('form.others'), facts: others }].filter(({ facts }) => facts.length > 0)
}

/** A value in words: options by their labels, yes and no as words, numbers with their unit. */
export function valueWords(field: Field | undefined, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).join('、')
  const text = String(value)
  if (field?.type === 'yesno' || typeof value === 'boolean') return text === 'yes' || text === 'true' ? say('form.yes') : say('form.no')
  const label = field?.options.find((option) => option.key === text)?.label ?? text
  return field?.unit ? `${label}${field.unit}` : label
}

/** The situation that the applicant is in: each question that he answered, with the options as the item calls them. */
export function situationFacts(guide: Guide | undefined, answers: CaseShown['answers']): readonly Fact[] {
  return (guide?.questions ?? []).flatMap(({ key, question, options }) => {
    const chosen = options.filter((option) => answers[key]?.includes(option.key)).map(({ label }) => label)
    return chosen.length === 0 ? [] : [{ term: question, value: chosen.join(say('list.pause')) }]
  })
}
