import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { dayOf, textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { CHANNELS } from '../../schema.ts'
import { askedUnits } from '../asked-units.ts'
import { recordFieldNames, RecordFields, recordOf } from '../record-fields.tsx'
import { optionsOf, say } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

type RegisterInput = InputOf<'disclosure.register-request'>

const applicantFields = ['name', 'idNumber', 'phone', 'address', 'email'] as const
const names = ['mailId', 'unitId', 'channel', 'applicantKind', 'wantedForm', ...applicantFields.map((name) => `applicant-${name}`), ...recordFieldNames]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = actingStaffFirst(context, request)
  const roles = staff.roles.map(({ role }) => role)
  const officerOf = staff.roles.find(({ role }) => role === 'disclosureOfficer')?.unitId
  const units = await askedUnits(context)
  const mailId = new URL(request.url).searchParams.get('mail')
  const mail = mailId === null ? undefined : await attempt(context, 'disclosure.get-mail', { id: mailId })
  return { mail: mail?.ok && mail.value.state === 'waiting' ? mail.value : null, key: crypto.randomUUID(), roles, channels: officerOf === undefined ? ['inPerson'] : CHANNELS.filter((one) => one !== 'online'), units: officerOf === undefined ? units : units.filter(({ value }) => value === officerOf) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? '']))
  const days = { arrivedOn: dayOf(form, 'arrivedOn'), receivedOn: dayOf(form, 'receivedOn') }
  const applicant = Object.fromEntries(applicantFields.flatMap((name) => (typed[`applicant-${name}`] ? [[name, typed[`applicant-${name}`]]] : [])))
  const chosen = Object.fromEntries(['unitId', 'channel', 'applicantKind', 'wantedForm'].map((name) => [name, typed[name]]))
  const input = { ...chosen, ...(typed['mailId'] && { mailId: typed['mailId'] }), applicant, record: recordOf(typed), ...Object.fromEntries(Object.entries(days).filter(([, day]) => day !== '')) }
  const answer = await attempt(context, 'disclosure.register-request', input as RegisterInput, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return data({ done: answer.value, typed: {}, title: '', problems: [] })
  return data({ done: null, typed: { ...typed, ...days }, title: answer.refusal.title, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('register') }]
}

/** What was handed in or came by letter, e-mail or fax; from the way it came follows the day of receipt. */
export default function RegisterPage() {
  const { mail, key, roles, channels, units } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const typed: Readonly<Record<string, string>> = sent?.typed ?? (mail === null ? {} : { mailId: mail.id, channel: 'email', wantedForm: 'email', 'applicant-email': mail.from ?? '', 'record-features': (mail.text ?? '').slice(0, 2000) })
  const errorOf = (id: string): string | undefined => sent?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('register')}</h1>
      </div>
      <OfficeTabs roles={roles} current="/disclosure-office/register" />
      {sent?.done ? <Registered {...sent.done} mayOpen={roles.includes('disclosureOfficer')} /> : <p className="mt-s">{say('register.lead')}</p>}
      {sent && !sent.done ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      {mail === null || sent?.done ? null : <p className="mt-s">{say('register.mail', { day: longDayWords(mail.arrivedAt.slice(0, 10)), subject: mail.subject || say('mails.no-subject') })}</p>}
      <form action={mail === null ? '/disclosure-office/register' : `/disclosure-office/register?mail=${mail.id}`} method="post">
        <input type="hidden" name="mailId" value={typed['mailId'] ?? ''} />
        <input type="hidden" name="key" value={key} />
        <Field id="unitId" label={say('fact.unit')} error={errorOf('unitId')}>
          {(ids) => <Select {...ids} name="unitId" options={units} defaultValue={typed['unitId']} />}
        </Field>
        <Radios name="channel" legend={say('register.channel')} options={optionsOf('channels', channels)} value={typed['channel'] || 'inPerson'} error={errorOf('channel')} />
        {channels.length === 1 || typed['mailId'] ? null : (
          <>
            <DateField id="arrivedOn" name="arrivedOn" label={say('register.arrived')} hint={say('register.arrived.hint')} error={errorOf('arrivedOn')} defaultValue={typed['arrivedOn']} optional />
            <DateField id="receivedOn" name="receivedOn" label={say('register.received')} hint={say('register.received.hint')} error={errorOf('receivedOn')} defaultValue={typed['receivedOn']} optional />
          </>
        )}
        <Radios name="applicantKind" legend={say('fact.kind')} options={optionsOf('applicantKinds')} value={typed['applicantKind'] || 'person'} />
        {applicantFields.map((name) => (
          <Field key={name} id={`applicant-${name}`} label={say(`register.${name}`)} hint={name === 'idNumber' ? say('register.idNumber.hint') : undefined} error={errorOf(`applicant-${name}`)} optional={name === 'address' || name === 'email'}>
            {(ids) => <TextInput {...ids} name={`applicant-${name}`} width={name === 'address' ? undefined : 24} defaultValue={typed[`applicant-${name}`]} />}
          </Field>
        ))}
        <RecordFields typed={typed} problems={sent?.problems} />
        <Radios name="wantedForm" legend={say('apply.form')} options={optionsOf('wantedForms', ['post', 'pickUp', 'email', 'viewing'])} value={typed['wantedForm'] || 'post'} />
        <Actions>
          <Button>{say('register.submit')}</Button>
        </Actions>
      </form>
    </div>
  )
}

function Registered({ number, receivedOn, mayOpen }: { readonly number: string; readonly receivedOn: string | null; readonly mayOpen: boolean }) {
  return (
    <p className="note note-accent" role="status">
      {receivedOn === null ? say('register.done.waiting', { number }) : say('register.done', { number, day: longDayWords(receivedOn) })} {mayOpen ? <a href={`/disclosure-office/requests/${number}`}>{say('register.open')}</a> : null}
    </p>
  )
}
