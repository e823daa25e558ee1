import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { hallFilled, hallInput, hallQuestions } from './hall-form.ts'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'

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
  const questions = hallQuestions([], false)
  const filled = filledOf(form, questions)
  const read = hallInput(form)
  if (!read.ok) return data({ problems: read.problems, filled }, { status: 400 })
  const changed = await attempt(context, 'organisation.change-hall', { hallId, ...read.input }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (changed.ok) return redirect(`/administration/halls/${hallId}`, 303)
  return data({ problems: questionProblems(changed.refusal, questions), filled }, { status: statusOf(changed.refusal.kind) })
}

export function meta() {
  return [{ title: say('hall.change') }]
}

export default function ChangeHallPage() {
  const { hall, units, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href={`/administration/halls/${hall.id}`}>{hall.name}</a>
        </p>
        <h1>{say('hall.change')}</h1>
      </div>
      <Refused problems={refused?.problems} />
      <RecordForm action={`/administration/halls/${hall.id}/change`} formKey={formKey} questions={hallQuestions(units, false)} filled={refused?.filled ?? hallFilled(hall)} problems={refused?.problems ?? []} doing={say('save')} />
    </div>
  )
}
