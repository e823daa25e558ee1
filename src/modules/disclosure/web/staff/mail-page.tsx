import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const mail = await call(context, 'disclosure.get-mail', { id: params['id'] ?? '' })
  return { mail, handles: mail.state === 'waiting' && roles.some(({ role, unitId }) => role === 'disclosureOfficer' && unitId === mail.unitId), units: await unitNamesFor(context), key: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const reason = textOf(form, 'reason') ?? ''
  const answer = await attempt(context, 'disclosure.set-mail-aside', { id: params['id'] ?? '', reason }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect('/disclosure-office/mails', 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), reason }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('mail') }]
}

/** One mail: its words, and whether it is an application. */
export default function MailPage() {
  const { mail, handles, units, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const path = `/disclosure-office/mails/${mail.id}`
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{mail.subject === null ? say('mails.hidden-subject') : mail.subject || say('mails.no-subject')}</h1>
        <p className="meta">
          <a href="/disclosure-office/mails">{say('mails')}</a>
        </p>
      </div>
      <div className="cols cols-2">
        <div className="stack">
          <Pane id="mail" title={say('mail')} meta={wordOf('mailStates', mail.state)}>
            <FactsList
              facts={[
                { term: say('fact.unit'), value: units[mail.unitId] ?? '' },
                { term: say('mails.arrived'), value: instantWords(mail.arrivedAt) },
                ...(mail.from === null ? [] : [{ term: say('mails.from'), value: mail.from }]),
                ...(mail.requestNumber === null ? [] : [{ term: say('mails.became'), value: <a href={`/disclosure-office/requests/${mail.requestNumber}`}>{mail.requestNumber}</a> }]),
                ...(mail.setAsideReason === null ? [] : [{ term: say('mail.aside.reason'), value: mail.setAsideReason }]),
              ]}
            />
            {mail.text === null ? <p>{say('mail.hidden')}</p> : mail.text.split('\n').map((line, place) => <p key={`${place} ${line}`}>{line}</p>)}
          </Pane>
        </div>
        <div className="stack">
          {refused && !handles ? <NotGiven title={refused.title} typed={typedLines([{ name: 'reason', label: say('mail.aside.reason') }], { reason: refused.reason })} /> : null}
          {handles ? (
            <>
              <Pane id="register" title={say('mail.register')}>
                <p>{say('mail.register.lead')}</p>
                <Actions>
                  <ButtonLink href={`/disclosure-office/register?mail=${mail.id}`}>{say('mail.register')}</ButtonLink>
                </Actions>
              </Pane>
              <Pane id="aside" title={say('mail.aside')}>
                {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
                <form action={path} method="post">
                  <input type="hidden" name="key" value={key} />
                  <Field id="reason" label={say('mail.aside.reason')} error={refused?.problems[0]?.text}>
                    {(ids) => <TextArea {...ids} name="reason" rows={2} maxLength={2000} defaultValue={refused?.reason} />}
                  </Field>
                  <Actions>
                    <Button kind="over">{say('mail.aside')}</Button>
                  </Actions>
                </form>
              </Pane>
            </>
          ) : null}
        </div>
      </div>
    </div>
  )
}
