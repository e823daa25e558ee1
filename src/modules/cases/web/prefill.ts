import type { OutputOf } from '#app'

export type KnownFacts = OutputOf<'subjects.get-known-facts'>['facts']
type Field = OutputOf<'catalogue.get-guide'>['form']['sections'][number]['fields'][number]
type Source = NonNullable<Field['prefill']>

/** Who somebody is stands in the register; a form does not change it. Where and how to reach him may have changed since. */
const settled: readonly Source[] = ['subject.name', 'subject.identityNumber', 'organisation.name', 'organisation.creditCode', 'organisation.legalRepresentative', 'agent.name']

export interface Prefilled {
  readonly value: string
  /** Whose registration it comes from. */
  readonly from: 'subject' | 'organisation' | 'agent'
  /** Not to be changed on this form. */
  readonly fixed: boolean
}

/** What the office knows for a field (国务院令第722号 art. 36); undefined where it knows nothing, or the field asks for something else. */
export function prefilled(field: Pick<Field, 'prefill'>, facts: KnownFacts): Prefilled | undefined {
  const value = field.prefill === null ? undefined : facts[field.prefill]
  if (field.prefill === null || value === undefined || value === '') return undefined
  const [from] = field.prefill.split('.')
  return { value, from: from === 'organisation' || from === 'agent' ? from : 'subject', fixed: settled.includes(field.prefill) }
}
