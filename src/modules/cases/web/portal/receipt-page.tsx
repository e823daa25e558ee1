import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { CodeProof } from '#ui/code-proof.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Note } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import { dayWords, instantWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { leadingTimer } from '../office/clock-words.ts'
import { documentHref, documentWord } from './case-words.ts'
import { readReceiptCode } from './receipt-cookie.ts'
import { say } from './text.ts'

export const handle: PageHandle = { crumbs: [{ href: '/matters', text: say('matters') }] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const [view, clock] = await Promise.all([call(context, 'cases.get-case', { number }), call(context, 'cases.get-case-clock', { number })])
  return { view, answerOn: leadingTimer(clock.timers)?.dueDay ?? null, queryCode: readReceiptCode(request.headers.get('cookie')) ?? null }
}

export function meta() {
  return [{ title: say('receipt') }]
}

/** What the applicant takes away: number, query code, receipt, and the hash that proves what was filed (行政许可法 art. 32). */
export default function ReceiptPage() {
  const { view, answerOn, queryCode } = useLoaderData<typeof loader>()
  const first = view.events[0]
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{view.itemName}</p>
        <h1>{say('receipt')}</h1>
      </div>
      <FactsList
        as="summary"
        facts={[
          { term: say('receipt.number'), value: view.number, code: true, note: say('receipt.number.note') },
          ...(queryCode === null ? [] : [{ term: say('receipt.code'), value: queryCode, code: true, note: say('receipt.code.note') }]),
          { term: say('receipt.at'), value: instantWords(view.submittedAt) },
          ...(answerOn === null ? [] : [{ term: say('receipt.answer'), value: dayWords(answerOn), note: say('receipt.answer.note') }]),
        ]}
      />
      <div className="stack mt">
        <Note kind="accent">{say('receipt.next')}</Note>
        {queryCode === null ? null : <p>{say('receipt.code.once')}</p>}
        {first ? <CodeProof label={say('receipt.proof')} code={first.hash} note={say('receipt.proof.note')} /> : null}
      </div>
      <Actions>
        {view.documents.map((document, place) => (
          <ButtonLink key={document.id} href={documentHref(view.number, document.id)} kind={place === 0 ? 'first' : 'second'}>
            {say('receipt.download', { name: documentWord(document.kind) })}
          </ButtonLink>
        ))}
        <ButtonLink href={`/matters/${view.number}`} kind="plain">
          {say('receipt.track')}
        </ButtonLink>
      </Actions>
    </div>
  )
}
