import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { memberQuestions, placementInput, placeOptions } from './member-form.ts'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'
import { say as sayOffice } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Only the administration reads the record of changes, and only it has anything to do here.
  await call(context, 'organisation.list-changes', { limit: 1 })
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return { units: items.filter(({ closed }) => !closed), places: await placeOptions(context), today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const text = (name: string): string => textOf(form, name) ?? ''
  const password = form.get('password')
  const member = { name: text('name'), signInName: text('signInName'), from: text('from') as `${number}-${number}-${number}`, password: typeof password === 'string' ? password : '' }
  const registered = await attempt(context, 'organisation.register-staff', { ...member, ...placementInput(form) }, { idempotencyKey: text('key') })
  if (registered.ok) return redirect(`/administration/staff/${registered.value.id}#roles`, 303)
  const questions = memberQuestions([], [])
  return data({ problems: questionProblems(registered.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(registered.refusal.kind) })
}

export function meta() {
  return [{ title: say('new.staff') }]
}

export default function NewMemberPage() {
  const { units, places, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/staff">{sayOffice('staff.title')}</a>
        </p>
        <h1>{say('new.staff')}</h1>
      </div>
      <Refused problems={refused?.problems} />
      <RecordForm action="/administration/staff/new" formKey={formKey} questions={memberQuestions(units, places)} filled={refused?.filled ?? { from: today, rank: 'officer' }} problems={refused?.problems ?? []} doing={say('register')} />
    </div>
  )
}
