import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { MAIL_STATES } from '../../schema.ts'
import { say, wordOf } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const state = MAIL_STATES.find((one) => one === searchParams.get('state')) ?? 'waiting'
  const cursor = searchParams.get('cursor')
  const page = await call(context, 'disclosure.list-mails', { state, limit: 50, ...(cursor !== null && { cursor }) })
  const unitId = staff.roles.find(({ role }) => role === 'disclosureOfficer')?.unitId
  const { demo } = context.get(requestContext).settings
  return { ...page, state, roles: staff.roles.map(({ role }) => role), units: await unitNamesFor(context), simulates: demo && unitId !== undefined, key: crypto.randomUUID() }
}

/** In a demo: lets somebody write to the agency. */
export async function action({ request, context }: ActionFunctionArgs) {
  const staff = staffFirst(context, request)
  const form = await request.formData()
  const typed = { from: textOf(form, 'from') ?? '', subject: textOf(form, 'subject') ?? '', text: textOf(form, 'text') ?? '' }
  const unitId = staff.roles.find(({ role }) => role === 'disclosureOfficer')?.unitId ?? ''
  const answer = await attempt(context, 'disclosure.simulate-mail', { ...typed, unitId }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect('/disclosure-office/mails', 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('mails') }]
}

/** The mail box of the disclosure institution: what waits to be read, and what became of the rest. */
export default function MailsPage() {
  const { items, nextCursor, state, roles, units, simulates, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('mails')}</h1>
      </div>
      <OfficeTabs roles={roles} current="/disclosure-office/mails" />
      <Tabs label={say('mails.states')} items={MAIL_STATES.map((one) => ({ href: `/disclosure-office/mails?state=${one}`, text: wordOf('mailStates', one), current: one === state }))} />
      <Table
        caption={say('mails')}
        captionHidden
        rows={items}
        rowKey={(mail) => mail.id}
        empty={say('mails.none')}
        columns={[
          { key: 'subject', title: say('mails.subject'), names: true, cell: (mail) => <a href={`/disclosure-office/mails/${mail.id}`}>{mail.subject === null ? say('mails.hidden-subject') : mail.subject || say('mails.no-subject')}</a> },
          { key: 'arrived', title: say('mails.arrived'), cell: (mail) => instantWords(mail.arrivedAt) },
          { key: 'unit', title: say('fact.unit'), cell: (mail) => units[mail.unitId] ?? '' },
          { key: 'became', title: say('mails.became'), cell: (mail) => (mail.requestNumber === null ? (mail.setAsideReason ?? '') : <a href={`/disclosure-office/requests/${mail.requestNumber}`}>{mail.requestNumber}</a>) },
        ]}
      />
      <ListPages summary={say('mails.page', { count: items.length })} base={`/disclosure-office/mails?state=${state}`} nextCursor={nextCursor} />
      {simulates ? (
        <Section id="simulate" title={say('mails.simulate')}>
          {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
          <form action="/disclosure-office/mails" method="post">
            <input type="hidden" name="key" value={key} />
            <Field id="from" label={say('mails.from')} error={errorOf('from')}>
              {(ids) => <TextInput {...ids} name="from" type="email" width={24} maxLength={100} defaultValue={refused?.typed.from ?? 'shenqingren@example.com'} />}
            </Field>
            <Field id="subject" label={say('mails.subject')} error={errorOf('subject')}>
              {(ids) => <TextInput {...ids} name="subject" maxLength={200} defaultValue={refused?.typed.subject} />}
            </Field>
            <Field id="text" label={say('mails.text')} error={errorOf('text')}>
              {(ids) => <TextArea {...ids} name="text" rows={4} maxLength={20000} defaultValue={refused?.typed.text} />}
            </Field>
            <Actions>
              <Button kind="second">{say('mails.simulate.do')}</Button>
            </Actions>
          </form>
        </Section>
      ) : null}
    </div>
  )
}
