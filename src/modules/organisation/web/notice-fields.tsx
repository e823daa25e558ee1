import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, TextArea, TextInput } from '#ui/inputs.tsx'
import { say } from './calendar-text.ts'
import type { Way } from './notice-form.ts'

export interface NoticeFieldsProps {
  readonly way: Way
  readonly filled: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** The questions of one way to enter a notice. */
export function NoticeFields({ way, ...props }: NoticeFieldsProps) {
  if (way === 'json') return <JsonFields {...props} />
  return (
    <>
      <NameFields {...props} />
      {way === 'hand' ? <DateListField field="offDays" {...props} /> : <IcalField {...props} />}
      {way === 'hand' ? <DateListField field="workedDays" {...props} /> : null}
      <DateListField field="statutoryDays" {...props} />
    </>
  )
}

type Fields = Omit<NoticeFieldsProps, 'way'>

function errorIn(problems: readonly FieldProblem[], id: string): string | undefined {
  return problems.find((problem) => problem.id === id)?.text
}

function NameFields({ filled, problems }: Fields) {
  return (
    <>
      <Field id="year" label={say('publish.year')} error={errorIn(problems, 'year')}>
        {(ids) => <TextInput {...ids} name="year" width={4} inputMode="numeric" defaultValue={filled['year']} required />}
      </Field>
      <Field id="title" label={say('publish.notice')} hint={say('publish.notice.hint')} error={errorIn(problems, 'title')}>
        {(ids) => <TextInput {...ids} name="title" maxLength={200} defaultValue={filled['title']} required />}
      </Field>
      <Field id="number" label={say('publish.number')} hint={say('publish.number.hint')} error={errorIn(problems, 'number')} optional>
        {(ids) => <TextInput {...ids} name="number" width={24} maxLength={60} defaultValue={filled['number']} />}
      </Field>
      <Field id="address" label={say('publish.address')} hint={say('publish.address.hint')} error={errorIn(problems, 'address')} optional>
        {(ids) => <TextInput {...ids} name="address" type="url" maxLength={500} defaultValue={filled['address']} />}
      </Field>
    </>
  )
}

function DateListField({ field, filled, problems }: Fields & { readonly field: 'offDays' | 'workedDays' | 'statutoryDays' }) {
  return (
    <Field id={field} label={say(`publish.${field}`)} hint={say('publish.list.hint', { example: say(`publish.${field}.example`) })} error={errorIn(problems, field)} optional={field !== 'offDays'}>
      {(ids) => <TextArea {...ids} name={field} rows={field === 'offDays' ? 10 : 5} defaultValue={filled[field]} required={field === 'offDays'} />}
    </Field>
  )
}

function IcalField({ problems }: Fields) {
  return (
    <Field id="file" label={say('publish.ical')} hint={say('publish.ical.hint')} error={errorIn(problems, 'file')}>
      {(ids) => <FileInput {...ids} name="file" accept=".ics,text/calendar" required />}
    </Field>
  )
}

function JsonFields({ filled, problems }: Fields) {
  return (
    <>
      <Field id="json" label={say('publish.json')} hint={say('publish.json.hint')} error={errorIn(problems, 'json')}>
        {(ids) => <TextArea {...ids} name="json" rows={14} spellCheck={false} defaultValue={filled['json']} />}
      </Field>
      <Field id="file" label={say('publish.json.file')} optional>
        {(ids) => <FileInput {...ids} name="file" accept=".json,application/json" />}
      </Field>
    </>
  )
}
