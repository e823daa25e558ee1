import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say } from './text.ts'
import { Filed } from './filed.tsx'

export function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  return { number: params['number'] ?? '', key: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const form = await request.formData()
  const content = textOf(form, 'content') ?? ''
  const answer = await attempt(context, 'hotline.escalate-case', { caseNumber: params['number'] ?? '', content }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return data({ filed: answer.value, content, title: '', problems: [] })
  return data({ filed: null, content, title: answer.refusal.title, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('stuck') }]
}

/** A case that does not move goes to the hotline with everything that happened in it, so that nobody has to tell it again. */
export default function StuckPage() {
  const { number, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  if (sent?.filed) return <Filed {...sent.filed} />
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('stuck')}</h1>
        <p>{say('stuck.lead', { tail: number.slice(-4) })}</p>
      </div>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <form action={`/appeals/stuck/${number}`} method="post">
        <input type="hidden" name="key" value={key} />
        <Field id="content" label={say('stuck.content')} error={sent?.problems.find(({ id }) => id === 'content')?.text}>
          {(ids) => <TextArea {...ids} name="content" rows={5} maxLength={3000} defaultValue={sent?.content} />}
        </Field>
        <Actions>
          <Button>{say('file.submit')}</Button>
          <ButtonLink kind="plain" href={`/matters/${number}`}>
            {say('stuck.back')}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}
