import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/inputs.tsx'
import { say } from './portal-text.ts'

export type Typed = Readonly<Record<string, string>>

interface RecordFieldsProps {
  readonly typed?: Typed | undefined
  readonly problems?: readonly FieldProblem[] | undefined
}

/** What is asked for: name, number, and what else makes it findable. */
export function RecordFields({ typed, problems = [] }: RecordFieldsProps) {
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  return (
    <>
      <Field id="record-title" label={say('apply.title')} hint={say('apply.title.hint')} error={errorOf('record-title')}>
        {(ids) => <TextInput {...ids} name="record-title" maxLength={200} defaultValue={typed?.['record-title']} />}
      </Field>
      <Field id="record-docNo" label={say('apply.docNo')} error={errorOf('record-docNo')} optional>
        {(ids) => <TextInput {...ids} name="record-docNo" maxLength={60} width={24} defaultValue={typed?.['record-docNo']} />}
      </Field>
      <Field id="record-features" label={say('apply.features')} hint={say('apply.features.hint')} error={errorOf('record-features')} optional>
        {(ids) => <TextArea {...ids} name="record-features" rows={4} maxLength={2000} defaultValue={typed?.['record-features']} />}
      </Field>
    </>
  )
}

export const recordFieldNames = ['record-title', 'record-docNo', 'record-features'] as const

/** The input of the operations from what was typed. */
export function recordOf(typed: Typed): { readonly title: string; readonly docNo?: string; readonly features?: string } {
  const { 'record-title': title = '', 'record-docNo': docNo, 'record-features': features } = typed
  return { title, ...(docNo && { docNo }), ...(features && { features }) }
}
