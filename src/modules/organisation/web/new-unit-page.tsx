import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'
import { say as sayOffice } from './text.ts'
import { unitInput, unitQuestions } from './unit-form.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Only the administration reads the record of changes, and only it has anything to do here.
  await call(context, 'organisation.list-changes', { limit: 1 })
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return { units: items.filter(({ closed }) => !closed), formKey: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const kind = textOf(form, 'kind') as InputOf<'organisation.create-unit'>['kind']
  const created = await attempt(context, 'organisation.create-unit', { id: textOf(form, 'id') ?? '', kind, ...unitInput(form) }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (created.ok) return redirect(`/administration/units/${created.value.id}`, 303)
  const questions = unitQuestions([], true)
  return data({ problems: questionProblems(created.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(created.refusal.kind) })
}

export function meta() {
  return [{ title: say('new.unit') }]
}

export default function NewUnitPage() {
  const { units, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/administration">{sayOffice('units.title')}</a>
        </p>
        <h1>{say('new.unit')}</h1>
      </div>
      <Refused problems={refused?.problems} />
      <RecordForm action="/administration/units/new" formKey={formKey} questions={unitQuestions(units, true)} filled={refused?.filled ?? { level: '4', kind: 'department', management: 'local' }} problems={refused?.problems ?? []} doing={say('register')} />
    </div>
  )
}
