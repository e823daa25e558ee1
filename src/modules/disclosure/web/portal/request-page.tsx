import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { WhoWhen } from '#ui/who-when.tsx'
import { attempt, call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { recordFieldNames, recordOf } from '../record-fields.tsx'
import { AnswerFacts, Files, Letters, RecordFacts, type Shown } from '../request-facts.tsx'
import { StepList } from '../step-list.tsx'
import { dueWords, say, wordOf, yuan } from '../portal-text.ts'
import { ClarifySection, WithdrawSection } from './own-steps.tsx'

export const handle: PageHandle = { crumbs: () => [{ href: '/disclosure', text: say('guide') }] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const shown = await call(context, 'disclosure.get-request', { number })
  const { events } = await call(context, 'disclosure.get-request-ledger', { number })
  const { timers } = await call(context, 'disclosure.get-request-clock', { number })
  const running = timers.find(({ name, end }) => name === 'answer' && end === null)
  return { shown, events, days: running?.explanation.map(({ words }) => words) ?? [], unit: (await unitNamesFor(context))[shown.unitId] ?? '', key: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const options = { idempotencyKey: textOf(form, 'key') }
  const typed = Object.fromEntries(recordFieldNames.map((name) => [name, textOf(form, name) ?? '']))
  const answer = textOf(form, 'command') === 'withdraw' ? await attempt(context, 'disclosure.withdraw-request', { number }, options) : await attempt(context, 'disclosure.clarify-request', { number, record: recordOf(typed) }, options)
  if (answer.ok) return redirect(`/disclosure/${number}`, 303)
  return data({ typed, title: answer.refusal.title, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('request', { number: params.number ?? '' }) }]
}

/** One's own application: who has it, by when, what to do, what was answered. */
export default function RequestPage() {
  const { shown, events, days, unit, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const clock = shown.clocks.find(({ name }) => name === 'answer')
  const when = shown.closedAt !== null ? say('clock.done') : clock === undefined ? (shown.receivedOn === null ? say('request.when.confirm') : wordOf('states', shown.state)) : dueWords(clock)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{shown.record.title ?? say('untitled')}</h1>
        <p className="num">{say('request', { number: shown.number })}</p>
      </div>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <WhoWhen who={{ title: say('request.who'), answer: unit, children: <p>{wordOf('states', shown.state)}</p> }} when={{ title: say('request.when'), answer: when }} todo={todoOf(shown)} />
      {shown.answer === null ? null : (
        <Section id="answer" title={say('request.answer')}>
          <AnswerFacts answer={shown.answer} />
          {shown.files.length === 0 ? null : (
            <>
              <h3>{say('request.files')}</h3>
              <Files shown={shown} />
            </>
          )}
        </Section>
      )}
      {shown.commands.includes('clarify') ? <ClarifySection shown={shown} requestKey={key} sent={sent} /> : null}
      <Section id="wanted" title={say('request.record')}>
        <RecordFacts shown={shown} unit={unit} />
      </Section>
      <Section id="documents" title={say('request.documents')}>
        <Letters shown={shown} page={`/disclosure/${shown.number}`} />
      </Section>
      <Section id="progress" title={say('request.progress')}>
        <StepList events={events} notes={shown.notes} />
      </Section>
      {days.length === 0 ? null : (
        <details>
          <summary>{say('request.days')}</summary>
          <ol>
            {days.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
      {shown.commands.includes('withdraw') ? <WithdrawSection number={shown.number} requestKey={key} /> : null}
    </div>
  )
}

function todoOf({ state, clarification, clocks, fee, answer }: Shown): string {
  if (state === 'awaitingClarification' && clarification !== null) return say('request.todo.clarify', { day: longDayWords(clarification.by) })
  if (state === 'awaitingPayment' && fee !== null) return say('request.todo.pay', { day: dueWords(clocks.find(({ name }) => name === 'pay')), amount: yuan(fee.fen) })
  return say(answer === null ? 'request.todo.none' : 'request.todo.read')
}
