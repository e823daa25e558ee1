import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { LastDayDialog } from './last-day-dialog.tsx'
import { filledOf, type Question, questionProblems } from './questions.tsx'
import { say } from './record-text.ts'

const questions: readonly Question[] = [
  { name: 'lastDay', label: say('leave.lastDay'), kind: 'day' },
  { name: 'reason', label: say('reason'), hint: say('reason.hint'), kind: 'line' },
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const { id, name } = await call(context, 'organisation.get-staff-member', { staffId: params['staffId'] ?? '' })
  return { id, name, today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const staffId = params['staffId'] ?? ''
  const lastDay = (textOf(form, 'lastDay') ?? '') as `${number}-${number}-${number}`
  const ended = await attempt(context, 'organisation.end-employment', { staffId, lastDay, reason: textOf(form, 'reason') ?? '' }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (ended.ok) return redirect(`/administration/staff/${staffId}`, 303)
  return data({ problems: questionProblems(ended.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(ended.refusal.kind) })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: say('leave.title', { name: loaderData?.name ?? '' }) }]
}

/** 离职 as a question of its own. */
export default function LeavePage() {
  const { id, name, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/administration/staff/${id}`
  return <LastDayDialog action={`${here}/leave`} formKey={formKey} title={say('leave.title', { name })} about={id} note={say('leave.note')} doing={say('leave.do')} back={here} questions={questions} filled={refused?.filled ?? { lastDay: today }} problems={refused?.problems} />
}
