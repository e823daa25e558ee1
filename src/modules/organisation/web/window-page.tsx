import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Note, Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { filledOf, questionProblems } from './questions.tsx'
import { RecordChanges } from './record-changes.tsx'
import { RecordForm, Refused } from './record-form.tsx'
import { say } from './record-text.ts'
import { windowFilled, windowInput, windowQuestions } from './window-form.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const windowId = params['windowId'] ?? ''
  const window = await call(context, 'organisation.get-window', { windowId })
  const { items: changes } = await call(context, 'organisation.list-changes', { kind: 'window', recordId: windowId, limit: 50 })
  const hall = await call(context, 'organisation.get-hall', { hallId: window.hallId })
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return { window, hall, changes, units: items.filter(({ closed }) => !closed), formKey: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const windowId = params['windowId'] ?? ''
  const changed = await attempt(context, 'organisation.change-window', { windowId, ...windowInput(form) }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (changed.ok) return redirect(`/administration/windows/${windowId}`, 303)
  const questions = windowQuestions([], [])
  return data({ problems: questionProblems(changed.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(changed.refusal.kind) })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.window.name ?? say('window.title') }]
}

/** What is registered of a window, to be changed; what was changed before; and the way to close it. */
export default function WindowPage() {
  const { window, hall, units, changes, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href={`/administration/halls/${hall.id}`}>{hall.name}</a>
        </p>
        <h1>{window.name}</h1>
      </div>
      <Refused problems={refused?.problems} />
      {window.closed ? <Note kind="stop">{say('window.closed')}</Note> : null}
      {window.closed ? null : (
        <Pane id="window" title={say('window.title')} beside={<WhoActs><a href={`/administration/close/window/${window.id}`}>{say('window.close')}</a></WhoActs>}>
          <RecordForm action={`/administration/windows/${window.id}`} formKey={formKey} questions={windowQuestions(hall.zones, units)} filled={refused?.filled ?? windowFilled(window)} problems={refused?.problems ?? []} doing={say('save')} />
        </Pane>
      )}
      <Pane id="changes" title={say('changes')}>
        <RecordChanges changes={changes} named={false} />
      </Pane>
    </div>
  )
}
