import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { dueDayWords, instantWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { leadingTimer } from '../case-clock.ts'
import { documentHref, documentWord } from './case-words.ts'
import { ReceiptProof } from './receipt-proof.tsx'
import { readReceiptCode } from './receipt-cookie.ts'
import { say } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/matters', text: say('matters') }] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const [view, clock] = await Promise.all([call(context, 'cases.get-case', { number }), call(context, 'cases.get-case-clock', { number })])
  const hash = view.events[0]?.hash ?? null
  const proof = hash === null ? null : await attempt(context, 'kernel.get-inclusion-proof', { eventHash: hash })
  return { view, hash, proof: proof?.ok ? proof.value : null, answerOn: leadingTimer(clock.timers)?.dueDay ?? null, answerProvisional: leadingTimer(clock.timers)?.provisional ?? false, queryCode: readReceiptCode(request.headers.get('cookie')) ?? null }
}

export function meta() {
  return [{ title: say('receipt') }]
}

/** What the applicant takes away: number, query code, receipt, and the hash that proves what was filed (行政许可法 art. 32). */
export default function ReceiptPage() {
  const { view, hash, proof, answerOn, answerProvisional, queryCode } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">{view.itemName}</p>
        <h1>{say('receipt')}</h1>
      </div>
      <FactsList
        facts={[
          { term: say('receipt.number'), value: view.number, code: true, note: say('receipt.number.note') },
          ...(queryCode === null ? [] : [{ term: say('receipt.code'), value: queryCode, code: true, note: say('receipt.code.note') }]),
          { term: say('receipt.at'), value: instantWords(view.submittedAt) },
          ...(answerOn === null ? [] : [{ term: say('receipt.answer'), value: dueDayWords(answerOn, answerProvisional), note: say('receipt.answer.note') }]),
        ]}
      />
      <div className="stack mt">
        <Note kind="accent">{say('receipt.next')}</Note>
        {queryCode === null ? null : <p>{say('receipt.code.once')}</p>}
        {hash === null ? null : <ReceiptProof hash={hash} proof={proof} />}
      </div>
      <Actions>
        {view.documents.map((document, place) => (
          <ButtonLink key={document.id} href={documentHref(view.number, document.id)} kind={place === 0 ? 'first' : 'second'}>
            {say('receipt.download', { name: documentWord(document.kind) })}
          </ButtonLink>
        ))}
        {view.documents.slice(0, 1).map((document) => (
          <ButtonLink key={document.id} href={`/matters/${view.number}/documents/${document.id}`} kind="plain">
            {say('receipt.print', { name: documentWord(document.kind) })}
          </ButtonLink>
        ))}
        <ButtonLink href={`/matters/${view.number}`} kind="plain">
          {say('receipt.track')}
        </ButtonLink>
      </Actions>
    </div>
  )
}
