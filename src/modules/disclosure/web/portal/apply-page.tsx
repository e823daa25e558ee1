import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { WantedForm } from '../../schema.ts'
import { askedUnits } from '../asked-units.ts'
import { recordFieldNames, RecordFields, recordOf } from '../record-fields.tsx'
import { optionsOf, say } from '../portal-text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/disclosure', text: say('guide') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  return { key: crypto.randomUUID(), units: await askedUnits(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const form = await request.formData()
  const typed = Object.fromEntries(['unitId', 'wantedForm', ...recordFieldNames].map((name) => [name, textOf(form, name) ?? '']))
  const { unitId = '', wantedForm = '' } = typed
  if (unitId === '') return data({ typed, title: say('apply.problems'), problems: [{ id: 'unitId', text: say('apply.unit.missing') }] }, { status: 400 })
  const input = { unitId, record: recordOf(typed), wantedForm: WantedForm.options.find((one) => one === wantedForm) ?? 'online' }
  const answer = await attempt(context, 'disclosure.submit-request', input, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/disclosure/${answer.value.number}`, 303)
  return data({ typed, title: answer.refusal.title, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('apply') }]
}

/** An application for information, signed in: of whom, what, and in which form. */
export default function ApplyPage() {
  const { key, units } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const unitError = sent?.problems.find(({ id }) => id === 'unitId')?.text
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('apply')}</h1>
        <p>{say('apply.lead')}</p>
      </div>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <form action="/disclosure/apply" method="post">
        <input type="hidden" name="key" value={key} />
        <Field id="unitId" label={say('apply.unit')} hint={say('apply.unit.hint')} error={unitError}>
          {(ids) => <Select {...ids} name="unitId" options={units} defaultValue={sent?.typed['unitId']} />}
        </Field>
        <RecordFields typed={sent?.typed} problems={sent?.problems} />
        <Radios name="wantedForm" legend={say('apply.form')} options={optionsOf('wantedForms')} value={sent?.typed['wantedForm'] || 'online'} />
        <Actions>
          <Button>{say('apply.submit')}</Button>
          <ButtonLink kind="plain" href="/disclosure">
            {say('apply.back')}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}
