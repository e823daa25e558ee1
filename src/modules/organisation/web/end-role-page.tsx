import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { LastDayDialog } from './last-day-dialog.tsx'
import { filledOf, type Question, questionProblems } from './questions.tsx'
import { say } from './record-text.ts'
import { wordOf } from './text.ts'

type Input = InputOf<'organisation.end-role'>

const questions: readonly Question[] = [{ name: 'lastDay', label: say('endRole.lastDay'), kind: 'day' }]

function askedOf(request: Request): { readonly role: string; readonly unitId: string } {
  const { searchParams } = new URL(request.url)
  return { role: searchParams.get('role') ?? '', unitId: searchParams.get('unit') ?? '' }
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const { id, name } = await call(context, 'organisation.get-staff-member', { staffId: params['staffId'] ?? '' })
  const { role, unitId } = askedOf(request)
  const unit = await call(context, 'organisation.get-unit', { unitId })
  return { id, name, role, unitId, unitName: unit.name, today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const staffId = params['staffId'] ?? ''
  const { role, unitId } = askedOf(request)
  const lastDay = (textOf(form, 'lastDay') ?? '') as Input['lastDay']
  const ended = await attempt(context, 'organisation.end-role', { staffId, role: role as Input['role'], unitId, lastDay }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (ended.ok) return redirect(`/administration/staff/${staffId}#roles`, 303)
  return data({ problems: questionProblems(ended.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(ended.refusal.kind) })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: say('endRole.title', { name: loaderData?.name ?? '' }) }]
}

/** Taking a role back, as a question of its own. */
export default function EndRolePage() {
  const { id, name, role, unitId, unitName, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/administration/staff/${id}`
  return (
    <LastDayDialog
      action={`${here}/end-role?role=${role}&unit=${unitId}`}
      formKey={formKey}
      title={say('endRole.title', { name })}
      about={say('endRole.about', { role: wordOf('roles', role), unit: unitName })}
      note={say('endRole.note')}
      doing={say('endRole.do')}
      back={`${here}#roles`}
      questions={questions}
      filled={refused?.filled ?? { lastDay: today }}
      problems={refused?.problems}
    />
  )
}
