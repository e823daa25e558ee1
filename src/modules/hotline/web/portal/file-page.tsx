import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Checkbox, Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/inputs.tsx'
import { partText } from '#ui/text.ts'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { ORDER_KINDS } from '../../schema.ts'
import { optionsOf, say } from './text.ts'
import { Filed } from './filed.tsx'

const names = ['kind', 'title', 'content', 'place', 'name', 'phone', 'secret'] as const

export function loader({ context }: LoaderFunctionArgs) {
  const { session, settings } = context.get(requestContext)
  return { key: crypto.randomUUID(), known: session.kind !== 'anonymous', phone: settings.servicePhone }
}

/** The receipt is the answer to the form: sending it again gives the same number, and the code stands in no address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? '']))
  const { kind: chosen = '', title = '', content = '', secret } = typed
  const kind = ORDER_KINDS.find((one) => one === chosen)
  if (kind === undefined) return data({ filed: null, typed, title: say('file.problems'), problems: [{ id: 'kind', text: say('file.kind.missing') }] }, { status: 400 })
  const optional = Object.fromEntries((['place', 'name', 'phone'] as const).flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])))
  const answer = await attempt(context, 'hotline.file-order', { kind, title, content, secret: secret === 'yes', ...optional }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return data({ filed: answer.value, typed, title: '', problems: [] })
  return data({ filed: null, typed, title: answer.refusal.title, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('file') }]
}

/** 我要反映: an appeal by anybody, signed in or not, under a name or not. */
export default function FilePage() {
  const { key, known, phone } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  if (sent?.filed) return <Filed {...sent.filed} />
  const errorOf = (id: string): string | undefined => sent?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('file')}</h1>
        <p>{say('file.lead', { phone })}</p>
        <p>
          <a href="/answers">{say('file.answers')}</a>
          {partText('join.gap')}
          <a href="/appeals">{say('file.follow')}</a>
        </p>
      </div>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <form action="/appeals/new" method="post">
        <input type="hidden" name="key" value={key} />
        <Radios name="kind" legend={say('file.kind')} options={optionsOf('kinds')} value={sent?.typed['kind']} error={errorOf('kind')} tiles />
        <Field id="title" label={say('file.title')} error={errorOf('title')}>
          {(ids) => <TextInput {...ids} name="title" maxLength={60} defaultValue={sent?.typed['title']} />}
        </Field>
        <Field id="content" label={say('file.content')} hint={say('file.content.hint')} error={errorOf('content')}>
          {(ids) => <TextArea {...ids} name="content" rows={6} maxLength={3000} defaultValue={sent?.typed['content']} />}
        </Field>
        <Field id="place" label={say('file.place')} error={errorOf('place')} optional>
          {(ids) => <TextInput {...ids} name="place" maxLength={200} defaultValue={sent?.typed['place']} />}
        </Field>
        {known ? (
          <p className="note">{say('file.known')}</p>
        ) : (
          <>
            <Field id="name" label={say('file.name')} error={errorOf('name')} optional>
              {(ids) => <TextInput {...ids} name="name" width={16} autoComplete="name" defaultValue={sent?.typed['name']} />}
            </Field>
            <Field id="phone" label={say('file.phone')} hint={say('file.phone.hint')} error={errorOf('phone')} optional>
              {(ids) => <TextInput {...ids} name="phone" width={16} type="tel" autoComplete="tel" defaultValue={sent?.typed['phone']} />}
            </Field>
          </>
        )}
        <Checkbox name="secret" label={say('file.secret')} hint={say('file.secret.hint')} checked={sent?.typed['secret'] === 'yes'} />
        <Actions>
          <Button>{say('file.submit')}</Button>
        </Actions>
      </form>
    </div>
  )
}
