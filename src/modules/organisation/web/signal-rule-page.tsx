import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, TextInput } from '#ui/inputs.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { percentOf, say } from './rule-words.ts'

type Rungs = OutputOf<'kernel.get-signal-rungs'>['rungs']

const address = '/administration/rules/signals'

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Who may not change local rules has nothing to do here.
  await call(context, 'kernel.list-settings', { limit: 1 })
  const { rungs } = await call(context, 'kernel.get-signal-rungs', {})
  return { ...promisedOf(rungs), formKey: crypto.randomUUID() }
}

/** Sets reminder and yellow signal of a promise from a day on; every other rung stays as it is. */
export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const filled = Object.fromEntries(['reminder', 'yellow', 'from'].map((name) => [name, textOf(form, name) ?? '']))
  const [reminder, yellow] = [Number(filled['reminder']), Number(filled['yellow'])]
  const problems = [
    ...(Number.isInteger(reminder) && reminder >= 1 && reminder <= 60 ? [] : [{ id: 'reminder', text: say('problem.reminder') }]),
    ...(Number.isInteger(yellow) && yellow >= 1 && yellow <= 100 ? [] : [{ id: 'yellow', text: say('problem.yellow') }]),
    ...(/^\d{4}-\d\d-\d\d$/.test(filled['from'] ?? '') ? [] : [{ id: 'from', text: say('problem.from') }]),
  ]
  if (problems.length > 0) return data({ problems, filled }, { status: 400 })
  const { rungs } = await call(context, 'kernel.get-signal-rungs', {})
  const kept = rungs.filter(({ of, name }) => of !== 'promised' || name === 'red')
  const changed: Rungs = [
    { name: 'reminder', of: 'promised', at: { workingDays: -reminder }, kept: false },
    { name: 'yellow', of: 'promised', at: { share: yellow / 100 }, kept: false },
    ...kept,
  ]
  const validFrom = filled['from'] as `${number}-${number}-${number}`
  const set = await attempt(context, 'kernel.set-signal-rungs', { validFrom, rungs: changed }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (set.ok) return redirect('/administration/rules#signals', 303)
  return data({ problems: [{ id: 'from', text: set.refusal.fields.length > 0 ? say('problem.from') : set.refusal.title }], filled }, { status: statusOf(set.refusal.kind) })
}

function promisedOf(rungs: Rungs): { readonly reminder: number | null; readonly yellow: number | null } {
  const at = (name: 'reminder' | 'yellow') => rungs.find((rung) => rung.of === 'promised' && rung.name === name)?.at
  const [reminder, yellow] = [at('reminder'), at('yellow')]
  return {
    reminder: typeof reminder === 'object' && 'workingDays' in reminder ? -reminder.workingDays : null,
    yellow: typeof yellow === 'object' && 'share' in yellow ? percentOf(yellow.share) : null,
  }
}

export function meta() {
  return [{ title: say('signals.title') }]
}

export default function SignalRulePage() {
  const { reminder, yellow, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/rules">{say('back')}</a>
        </p>
        <h1>{say('signals.title')}</h1>
        <p>{say('signals.lead')}</p>
      </div>
      {refused ? <ErrorSummary title={say('refused')} problems={refused.problems} /> : null}
      <form action={address} method="post">
        <input type="hidden" name="key" value={formKey} />
        <Field id="reminder" label={say('signals.reminder.label')} error={errorOf('reminder')} unit={say('unit.WORKING_DAY')}>
          {(ids) => <TextInput {...ids} name="reminder" width={4} inputMode="numeric" defaultValue={refused?.filled['reminder'] ?? reminder ?? ''} required />}
        </Field>
        <Field id="yellow" label={say('signals.yellow.label')} error={errorOf('yellow')} unit={say('unit.ratio')}>
          {(ids) => <TextInput {...ids} name="yellow" width={4} inputMode="numeric" defaultValue={refused?.filled['yellow'] ?? yellow ?? ''} required />}
        </Field>
        <Field id="from" label={say('signals.from')} hint={say('signals.from.hint')} error={errorOf('from')}>
          {(ids) => <DateInput {...ids} name="from" defaultValue={refused?.filled['from']} required />}
        </Field>
        <Actions>
          <Button>{say('change.do')}</Button>
        </Actions>
      </form>
    </div>
  )
}
