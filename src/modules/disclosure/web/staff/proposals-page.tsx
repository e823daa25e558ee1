import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

type Proposal = OutputOf<'disclosure.list-proposals'>['items'][number]
type Decision = InputOf<'disclosure.decide-proposal'>

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await call(context, 'disclosure.list-proposals', cursor === null ? {} : { cursor })
  return { ...page, roles: staff.roles.map(({ role }) => role), key: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const id = textOf(form, 'id') ?? ''
  const typed = { title: textOf(form, `title-${id}`) ?? '', reason: textOf(form, `reason-${id}`) ?? '' }
  const input = { id, accepted: textOf(form, `accepted-${id}`), reason: typed.reason, ...(typed.title !== '' && { title: typed.title }) }
  const answer = await attempt(context, 'disclosure.decide-proposal', input as unknown as Decision, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect('/disclosure-office/proposals', 303)
  return data({ id, typed, title: answer.refusal.title, problems: problemsOf(answer.refusal, (pointer) => `${pointer.slice(1)}-${id}`) }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('proposals') }]
}

/** What several applicants asked for: published from now on, or not and why. */
export default function ProposalsPage() {
  const { items, nextCursor, roles, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('proposals')}</h1>
      </div>
      <OfficeTabs roles={roles} current="/disclosure-office/proposals" />
      <p className="mt-s">{say(items.length === 0 ? 'proposals.none' : 'proposals.lead')}</p>
      {items.map((proposal) => (
        <Pane key={proposal.id} id={`proposal-${proposal.id}`} title={proposal.title ?? say('untitled')} meta={proposal.docNo ?? undefined} beside={<Tag>{stateOf(proposal)}</Tag>}>
          <p>
            {say('proposals.applicants', { count: proposal.applicants })}　{say('proposals.latest')}{' '}
            <a className="num" href={`/disclosure-office/requests/${proposal.number}`}>
              {proposal.number}
            </a>
          </p>
          {proposal.reason === null ? null : <p>{proposal.reason}</p>}
          {proposal.decidedAt === null && roles.includes('disclosureHead') ? <DecisionForm proposal={proposal} requestKey={key} sent={sent?.id === proposal.id ? sent : undefined} /> : null}
        </Pane>
      ))}
      <ListPages summary={say('office.page', { count: items.length })} base="/disclosure-office/proposals" nextCursor={nextCursor} />
    </div>
  )
}

function stateOf({ accepted }: Proposal): string {
  if (accepted === null) return say('proposals.open')
  return say(accepted ? 'proposals.accepted' : 'proposals.declined')
}

interface DecisionFormProps {
  readonly proposal: Proposal
  readonly requestKey: string
  readonly sent: { readonly typed: { readonly title: string; readonly reason: string }; readonly title: string; readonly problems: readonly { readonly id: string; readonly text: string }[] } | undefined
}

function DecisionForm({ proposal: { id, title }, requestKey, sent }: DecisionFormProps) {
  const errorOf = (name: string): string | undefined => sent?.problems.find((problem) => problem.id === `${name}-${id}`)?.text
  return (
    <form action="/disclosure-office/proposals" method="post">
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={`${id}-${requestKey}`} />
      <Radios name={`accepted-${id}`} legend={say('proposals.decision')} error={errorOf('accepted')} options={[{ value: 'true', label: say('proposals.accept') }, { value: 'false', label: say('proposals.decline') }]} />
      <Field id={`title-${id}`} label={say('proposals.name')} error={errorOf('title')} optional>
        {(ids) => <TextInput {...ids} name={`title-${id}`} maxLength={200} defaultValue={sent?.typed.title ?? title ?? ''} />}
      </Field>
      <Field id={`reason-${id}`} label={say('proposals.reason')} error={errorOf('reason')}>
        {(ids) => <TextArea {...ids} name={`reason-${id}`} rows={2} defaultValue={sent?.typed.reason} />}
      </Field>
      <Actions>
        <Button>{say('proposals.submit')}</Button>
      </Actions>
    </form>
  )
}
