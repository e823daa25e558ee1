import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { channelWord, yuanWords } from './case-words.ts'
import { say } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/matters', text: say('matters') }] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const [{ itemName }, fees] = await Promise.all([call(context, 'cases.get-case', { number }), call(context, 'cases.list-fees', { number })])
  const due = fees.items.find((fee) => fee.state === 'due')
  if (due === undefined) throw redirect(`/matters/${number}#fees`)
  return { number, itemName, due, channel: fees.channel }
}

/** The fee is the key: however often the button is pressed, it is paid once. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const key = textOf(await request.formData(), 'fee')
  const paid = await attempt(context, 'cases.pay-fee', { number }, key === undefined ? {} : { idempotencyKey: `pay:${key}` })
  return paid.ok ? redirect(`/matters/${number}#fees`) : data({ problem: paid.refusal.title }, { status: statusOf(paid.refusal.kind) })
}

export function meta() {
  return [{ title: say('pay') }]
}

/** What is to be paid, why it is owed and how it was calculated, before any money moves (行政许可法 art. 59). */
export default function PayPage() {
  const { number, itemName, due, channel } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{itemName}</p>
        <h1>{say('pay')}</h1>
      </div>
      {problem === undefined ? null : <ErrorSummary title={say('apply.problems', { count: 1 })} problems={[{ id: 'pay', text: problem }]} />}
      <FactsList
        as="summary"
        facts={[
          { term: due.name, value: yuanWords(due.amountMinor), ...(due.calculation === null ? {} : { note: due.calculation }) },
          { term: say('fees.standard'), value: due.standard },
          { term: say('fees.basis'), value: due.basis },
        ]}
      />
      {channel === null ? (
        <div className="mt">
          <Note kind="near">{say('pay.window')}</Note>
        </div>
      ) : (
        <form id="pay" className="mt" action={`/matters/${number}/pay`} method="post">
          <input type="hidden" name="fee" value={due.id} />
          <p>{say('pay.channel', { channel: channelWord(channel) })}</p>
          <Actions>
            <Button>{say('pay.submit', { amount: yuanWords(due.amountMinor) })}</Button>
            <ButtonLink kind="plain" href={`/matters/${number}`}>
              {say('pay.later')}
            </ButtonLink>
          </Actions>
        </form>
      )}
      <p className="meta mt">{say('pay.note')}</p>
    </div>
  )
}
