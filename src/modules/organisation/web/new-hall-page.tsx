import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { hallInput, hallQuestions } from './hall-form.ts'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'
import { say as sayOffice } from './text.ts'

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
  const questions = hallQuestions([], true)
  const filled = filledOf(form, questions)
  const read = hallInput(form)
  if (!read.ok) return data({ problems: read.problems, filled }, { status: 400 })
  const created = await attempt(context, 'organisation.create-hall', { id: textOf(form, 'id') ?? '', ...read.input }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (created.ok) return redirect(`/administration/halls/${created.value.id}`, 303)
  return data({ problems: questionProblems(created.refusal, questions), filled }, { status: statusOf(created.refusal.kind) })
}

export function meta() {
  return [{ title: say('new.hall') }]
}

export default function NewHallPage() {
  const { units, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/halls">{sayOffice('halls.title')}</a>
        </p>
        <h1>{say('new.hall')}</h1>
      </div>
      <Refused problems={refused?.problems} />
      <RecordForm action="/administration/halls/new" formKey={formKey} questions={hallQuestions(units, true)} filled={refused?.filled ?? {}} problems={refused?.problems ?? []} doing={say('register')} />
    </div>
  )
}
