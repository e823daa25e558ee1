import { Actions, Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { optionsOf, say } from '../text.ts'
import type { TypedDraft } from './draft-fields.ts'

interface DraftFormProps {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly values: Partial<TypedDraft>
  readonly isInterpretation: boolean
  readonly today: string
  readonly refused: { readonly title: string; readonly problems: readonly FieldProblem[] } | undefined
}

const classes = [{ value: '', label: say('choose') }, ...optionsOf('classes').filter(({ value }) => value !== 'interpretation')]

/** The elements and the text of a record, for its first edition and for every later one. */
export function DraftForm({ action, hidden, values, isInterpretation, today, refused }: DraftFormProps) {
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  const day = (name: 'createdOn' | 'effectiveOn' | 'validUntil' | 'reviewOn', more: { readonly max?: string; readonly optional?: true; readonly hint?: string }) => (
    <DateField id={name} name={name} label={say(`field.${name}`)} defaultValue={values[name] || undefined} error={errorOf(name)} {...more} />
  )
  return (
    <form action={action} method="post">
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isInterpretation ? null : (
        <Field id="class" label={say('column.class')} hint={say('field.class.hint')} error={errorOf('class')}>
          {(ids) => <Select {...ids} name="class" defaultValue={values.class ?? ''} options={classes} />}
        </Field>
      )}
      <Field id="theme" label={say('header.theme')} error={errorOf('theme')}>
        {(ids) => <Select {...ids} name="theme" defaultValue={values.theme || 'otherLaw'} options={optionsOf('themes')} />}
      </Field>
      <Field id="title" label={say('column.title')} error={errorOf('title')}>
        {(ids) => <TextInput {...ids} name="title" maxLength={200} defaultValue={values.title} />}
      </Field>
      <Field id="summary" label={say('header.summary')} error={errorOf('summary')}>
        {(ids) => <TextArea {...ids} name="summary" rows={2} maxLength={500} defaultValue={values.summary} />}
      </Field>
      <Field id="body" label={say('field.body')} hint={say('field.body.hint')} error={errorOf('body')}>
        {(ids) => <TextArea {...ids} name="body" rows={12} defaultValue={values.body} />}
      </Field>
      <Field id="docNo" label={say('header.doc')} optional error={errorOf('docNo')}>
        {(ids) => <TextInput {...ids} name="docNo" maxLength={60} width={24} defaultValue={values.docNo} />}
      </Field>
      {isInterpretation ? null : <Checkbox name="answersConcern" label={say('field.answersConcern')} hint={say('field.answersConcern.hint')} checked={values.answersConcern === 'yes'} />}
      {day('createdOn', { max: today, hint: say('field.createdOn.hint') })}
      {isInterpretation ? null : (
        <details open={values.class === 'normative' || (refused?.problems.some(({ id }) => ['effectiveOn', 'validUntil', 'reviewOn'].includes(id)) ?? false)}>
          <summary>{say('field.normative')}</summary>
          {day('effectiveOn', { optional: true })}
          {day('validUntil', { optional: true })}
          {day('reviewOn', { optional: true, hint: say('field.reviewOn.hint') })}
          <Checkbox name="needsInterpretation" label={say('field.needsInterpretation')} hint={say('field.needsInterpretation.hint')} checked={values.needsInterpretation === 'yes'} />
        </details>
      )}
      <Actions>
        <Button>{say('draft.save')}</Button>
      </Actions>
    </form>
  )
}
