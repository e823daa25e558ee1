import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { say } from './text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const { number, itemName, version, commands } = await call(context, 'cases.get-case', { number: params['number'] ?? '' })
  if (!commands.includes('withdraw')) throw redirect(`/matters/${number}`)
  return { number, itemName, version, key: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const reason = textOf(form, 'reason') ?? ''
  if (reason === '') return data({ problem: say('withdraw.reason.missing'), reason }, { status: 422 })
  const version = Number(textOf(form, 'version'))
  const key = textOf(form, 'key')
  const answer = await attempt(context, 'cases.withdraw-case', { number, reason, ...(version > 0 && { expectedVersion: version }) }, key === undefined ? {} : { idempotencyKey: key })
  if (!answer.ok) return data({ problem: answer.refusal.title, reason }, { status: statusOf(answer.refusal.kind) })
  return redirect(`/matters/${number}`)
}

export function meta() {
  return [{ title: say('withdraw.title') }]
}

/** 撤回 as a question of its own: it cannot be taken back. */
export default function WithdrawPage() {
  const { number, itemName, version, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      {refused ? <ErrorSummary title={say('apply.problems', { count: 1 })} problems={[{ id: 'reason', text: refused.problem }]} /> : null}
      <DialogPage
        action={`/matters/${number}/withdraw`}
        about={itemName}
        title={say('withdraw.title')}
        actions={
          <>
            <Button kind="over">{say('withdraw.yes')}</Button>
            <ButtonLink kind="plain" href={`/matters/${number}`}>
              {say('withdraw.no')}
            </ButtonLink>
          </>
        }
      >
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="key" value={key} />
        <Field id="reason" label={say('withdraw.reason')} hint={say('withdraw.reason.hint')} error={refused?.problem}>
          {(ids) => <TextArea {...ids} name="reason" defaultValue={refused?.reason} required maxLength={500} />}
        </Field>
        <div className="mt-s">
          <Note kind="near">{say('withdraw.note')}</Note>
        </div>
      </DialogPage>
    </div>
  )
}
