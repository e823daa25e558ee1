import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { hallNames } from '../hall-names.ts'
import { say } from '../portal-text.ts'

const names = ['unitId', 'hallId', 'windowNumber', 'title', 'content'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  return { key: crypto.randomUUID(), units: await unitNamesFor(context), halls: await hallNames(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? '']))
  const given = Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' || name === 'title' || name === 'content'))
  const answer = await attempt(context, 'supervision.file-complaint', given as unknown as InputOf<'supervision.file-complaint'>, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/complaints/${answer.value.number}`, 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('complain') }]
}

/** 投诉服务: by whom one was badly served, in one's own words. */
export default function ComplainPage() {
  const { key, units, halls } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => sent?.problems.find((problem) => problem.id === id)?.text
  const choices = (list: Readonly<Record<string, string>>) => [{ value: '', label: say('choose') }, ...Object.entries(list).map(([value, label]) => ({ value, label }))]
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('complain')}</h1>
        <p>{say('complain.lead')}</p>
      </div>
      <Note kind="accent">{say('complain.protected')}</Note>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <form action="/complaints/new" method="post">
        <input type="hidden" name="key" value={key} />
        <Field id="unitId" label={say('complain.unit')} error={errorOf('unitId')}>
          {(ids) => <Select {...ids} name="unitId" width={24} defaultValue={sent?.typed['unitId']} options={choices(units)} />}
        </Field>
        <Field id="hallId" label={say('column.hall')} error={errorOf('hallId')} optional>
          {(ids) => <Select {...ids} name="hallId" width={24} defaultValue={sent?.typed['hallId']} options={choices(halls)} />}
        </Field>
        <Field id="windowNumber" label={say('field.window')} error={errorOf('windowNumber')} optional>
          {(ids) => <TextInput {...ids} name="windowNumber" width={4} inputMode="numeric" defaultValue={sent?.typed['windowNumber']} />}
        </Field>
        <Field id="title" label={say('field.title')} error={errorOf('title')}>
          {(ids) => <TextInput {...ids} name="title" maxLength={60} defaultValue={sent?.typed['title']} />}
        </Field>
        <Field id="content" label={say('field.content')} hint={say('complain.content.hint')} error={errorOf('content')}>
          {(ids) => <TextArea {...ids} name="content" rows={6} maxLength={3000} defaultValue={sent?.typed['content']} />}
        </Field>
        <Actions>
          <Button>{say('complain.submit')}</Button>
        </Actions>
      </form>
    </div>
  )
}
