import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { WRITTEN_SOURCES } from '../../schema.ts'
import { type FormField, gradeField, violationField } from '../command-forms.ts'
import { FormControl } from '../command-pane.tsx'
import { optionsOf, say } from '../text.ts'

const names = ['source', 'grade', 'violation', 'unitId', 'staffId', 'text', 'matter'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  return { key: crypto.randomUUID(), units: await unitNamesFor(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? '']))
  const { matter = '', ...fields } = typed
  const file = fileOf(form, 'file')
  const uploaded = file && (await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
  if (uploaded && !uploaded.ok) return data({ title: uploaded.refusal.title, problems: [{ id: 'file', text: uploaded.refusal.title }], typed }, { status: statusOf(uploaded.refusal.kind) })
  const given = Object.fromEntries(Object.entries(fields).filter(([name, text]) => text !== '' || name === 'text'))
  const input = { ...given, fileIds: uploaded ? [uploaded.value.id] : [], matterNumbers: matter === '' ? [] : [matter] } as unknown as InputOf<'supervision.record-finding'>
  const answer = await attempt(context, 'supervision.record-finding', input, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/supervision/findings/${answer.value.number}`, 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('findings.new') }]
}

/** 登记监察发现: what was seen, with its evidence; what follows from it is worked out by the program. */
export default function RecordPage() {
  const { key, units } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const fields: readonly FormField[] = [
    { name: 'source', label: say('field.source'), as: 'radios', options: optionsOf('sources', WRITTEN_SOURCES) },
    { name: 'unitId', label: say('column.unit'), as: 'select', options: Object.entries(units).map(([value, label]) => ({ value, label })) },
    { name: 'staffId', label: say('field.staff'), as: 'line', hint: say('field.staff.hint'), optional: true },
    violationField,
    gradeField,
    { name: 'text', label: say('field.text'), as: 'area', hint: say('field.hint') },
    { name: 'matter', label: say('field.matter'), as: 'line', hint: say('field.matter.hint'), optional: true },
  ]
  const errorOf = (id: string): string | undefined => sent?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('findings.new')}</h1>
        <p className="meta">
          <a href="/supervision/findings">{say('back')}</a>
        </p>
      </div>
      <p>{say('findings.new.lead')}</p>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <form action="/supervision/findings/new" method="post" encType="multipart/form-data">
        <input type="hidden" name="key" value={key} />
        {fields.map((field) => (
          <FormControl key={field.name} id={field.name} field={field} value={sent?.typed[field.name]} error={errorOf(field.name)} />
        ))}
        <Field id="file" label={say('field.file')} hint={say('field.file.hint')} error={errorOf('file')} optional>
          {(ids) => <FileInput {...ids} name="file" />}
        </Field>
        <Actions>
          <Button>{say('findings.new')}</Button>
        </Actions>
      </form>
    </div>
  )
}
