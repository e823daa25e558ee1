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
import { say as sayOffice, wordOf } from './text.ts'
import { unitFilled, unitInput, unitQuestions } from './unit-form.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const unitId = params['unitId'] ?? ''
  const unit = await call(context, 'organisation.get-unit', { unitId })
  const { items: changes } = await call(context, 'organisation.list-changes', { kind: 'unit', recordId: unitId, limit: 50 })
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return { unit, changes, units: items.filter(({ id, closed }) => !closed && id !== unitId), formKey: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const unitId = params['unitId'] ?? ''
  const changed = await attempt(context, 'organisation.change-unit', { unitId, ...unitInput(form) }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (changed.ok) return redirect(`/administration/units/${unitId}`, 303)
  const questions = unitQuestions([], false)
  return data({ problems: questionProblems(changed.refusal, questions), filled: filledOf(form, questions) }, { status: statusOf(changed.refusal.kind) })
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.unit.name ?? say('unit.title') }]
}

/** What is registered of a unit, to be changed; what was changed before; and the way to close it. */
export default function UnitPage() {
  const { unit, units, changes, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration">{sayOffice('units.title')}</a>
        </p>
        <h1>{unit.name}</h1>
        <p className="meta">
          {wordOf('unitKinds', unit.kind)}　<a href={`/administration/staff?unit=${unit.id}`}>{say('unit.staff')}</a>
        </p>
      </div>
      <Refused problems={refused?.problems} />
      {unit.closed ? <Note kind="stop">{say('unit.closed')}</Note> : null}
      {unit.closed ? null : (
        <Pane id="unit" title={say('unit.title')} beside={<WhoActs><a href={`/administration/close/unit/${unit.id}`}>{say('unit.close')}</a></WhoActs>}>
          <RecordForm action={`/administration/units/${unit.id}`} formKey={formKey} questions={unitQuestions(units, false)} filled={refused?.filled ?? unitFilled(unit)} problems={refused?.problems ?? []} doing={say('save')} />
        </Pane>
      )}
      <Pane id="changes" title={say('changes')}>
        <RecordChanges changes={changes} named={false} />
      </Pane>
    </div>
  )
}
