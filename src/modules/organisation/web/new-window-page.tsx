import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'
import { windowInput, windowQuestions } from './window-form.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Only the administration reads the record of changes, and only it has anything to do here.
  await call(context, 'organisation.list-changes', { limit: 1 })
  const hall = await call(context, 'organisation.get-hall', { hallId: params['hallId'] ?? '' })
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return { hall, units: items.filter(({ closed }) => !closed), formKey: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const hallId = params['hallId'] ?? ''
  const created = await attempt(context, 'organisation.create-window', { hallId, ...windowInput(form) }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (created.ok) return redirect(`/administration/halls/${hallId}`, 303)
  const questions = windowQuestions([], [])
  return data({ problems: questionProblems(created.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(created.refusal.kind) })
}

export function meta() {
  return [{ title: say('new.window') }]
}

export default function NewWindowPage() {
  const { hall, units, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href={`/administration/halls/${hall.id}`}>{hall.name}</a>
        </p>
        <h1>{say('new.window')}</h1>
      </div>
      <Refused problems={refused?.problems} />
      <RecordForm action={`/administration/halls/${hall.id}/windows/new`} formKey={formKey} questions={windowQuestions(hall.zones, units)} filled={refused?.filled ?? {}} problems={refused?.problems ?? []} doing={say('register')} />
    </div>
  )
}
