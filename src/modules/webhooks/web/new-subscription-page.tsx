import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { MATTER_KINDS } from '../schema.ts'
import { say, wordOf } from './text.ts'

const address = '/administration/webhooks/new'
const fields = ['name', 'address', 'kinds'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Only who reads subscriptions has anything to do here.
  await call(context, 'webhooks.list-subscriptions', { limit: 1 })
  return { formKey: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const filled = { name: textOf(form, 'name') ?? '', address: textOf(form, 'address') ?? '', kinds: form.getAll('kinds').map(String) }
  const input = filled as InputOf<'webhooks.subscribe'>
  const subscribed = await attempt(context, 'webhooks.subscribe', input, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (subscribed.ok) return redirect(`/administration/webhooks/${subscribed.value.id}`, 303)
  const { refusal } = subscribed
  const problems = refusal.fields.map(({ pointer, code, title }) => {
    const id = fields.find((name) => pointer.startsWith(`/${name}`)) ?? 'name'
    return { id, text: code.includes('.') ? title : say('check', { label: say(id) }) }
  })
  return data({ problems: problems.length > 0 ? problems : [{ id: 'address', text: refusal.title }], filled }, { status: statusOf(refusal.kind) })
}

export function meta() {
  return [{ title: say('new') }]
}

export default function NewSubscriptionPage() {
  const { formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/webhooks">{say('title')}</a>
        </p>
        <h1>{say('new')}</h1>
        <p>{say('lead')}</p>
      </div>
      {refused ? <ErrorSummary title={say('refused')} problems={refused.problems} /> : null}
      <form action={address} method="post">
        <input type="hidden" name="key" value={formKey} />
        <Field id="name" label={say('name')} hint={say('name.hint')} error={errorOf('name')}>
          {(ids) => <TextInput {...ids} name="name" width={24} maxLength={100} defaultValue={refused?.filled.name} required />}
        </Field>
        <Field id="address" label={say('address')} hint={say('address.hint')} error={errorOf('address')}>
          {(ids) => <TextInput {...ids} name="address" type="url" maxLength={500} defaultValue={refused?.filled.address} required />}
        </Field>
        <Checkboxes name="kinds" legend={say('kinds')} hint={say('kinds.hint')} error={errorOf('kinds')} options={MATTER_KINDS.map((kind) => ({ value: kind, label: wordOf('kinds', kind) }))} values={refused?.filled.kinds ?? []} tiles />
        <Actions>
          <Button>{say('subscribe')}</Button>
        </Actions>
      </form>
    </div>
  )
}
