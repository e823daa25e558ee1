import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { optionsOf, say } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

const states = ['open', 'accepted', 'declined'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const state = states.find((one) => one === searchParams.get('state')) ?? 'open'
  const cursor = searchParams.get('cursor')
  const page = await call(context, 'publication.list-proposals', { state, ...(cursor !== null && { cursor }) })
  return { ...page, state, units: await unitNamesFor(context), own: roles.filter(({ role }) => role === 'publicationEditor').map(({ unitId }) => unitId), key: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const reason = textOf(form, 'reason') ?? ''
  const id = textOf(form, 'id') ?? ''
  const answer = await attempt(context, 'publication.decline-proposal', { id, reason }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect('/publication-office/proposals', 303)
  const { refusal } = answer
  return data({ id, reason, title: refusal.title, problems: refusal.fields.map(({ title }) => ({ id: `reason-${id}`, text: title })) }, { status: statusOf(refusal.kind) })
}

export function meta() {
  return [{ title: say('office.proposals') }]
}

/** What was asked for again and again and might better be published (政府信息公开条例 art. 44). */
export default function ProposalsPage() {
  const { items, nextCursor, state, units, own, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('office.proposals')}</h1>
      </div>
      <OfficeTabs current="/publication-office/proposals" />
      <Tabs label={say('proposals.states')} items={optionsOf('proposalStates').map(({ value, label }) => ({ href: `/publication-office/proposals?state=${value}`, text: label, current: value === state }))} />
      {items.length === 0 ? <p>{say('proposals.none')}</p> : null}
      {items.map((proposal) => (
        <Section key={proposal.id} id={`p-${proposal.id}`} title={proposal.title} meta={say('proposals.meta', { unit: units[proposal.unitId] ?? '', at: instantWords(proposal.proposedAt) })}>
          <p>{proposal.ground}</p>
          {proposal.reason === null ? null : <p>{say('proposals.reason', { reason: proposal.reason })}</p>}
          {state === 'open' && own.includes(proposal.unitId) ? (
            <>
              <Actions>
                <ButtonLink href={`/publication-office/new?proposal=${proposal.id}`}>{say('proposals.accept')}</ButtonLink>
              </Actions>
              <form action="/publication-office/proposals" method="post">
                {refused?.id === proposal.id ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
                <input type="hidden" name="id" value={proposal.id} />
                <input type="hidden" name="key" value={`${proposal.id}-${key}`} />
                <Field id={`reason-${proposal.id}`} label={say('proposals.decline.reason')} error={refused?.id === proposal.id ? refused.problems[0]?.text : undefined}>
                  {(ids) => <TextArea {...ids} name="reason" rows={2} maxLength={1000} defaultValue={refused?.id === proposal.id ? refused.reason : undefined} />}
                </Field>
                <Actions>
                  <Button kind="plain">{say('proposals.decline')}</Button>
                </Actions>
              </form>
            </>
          ) : null}
        </Section>
      ))}
      <ListPages summary={say('catalogue.page', { count: items.length })} base={`/publication-office/proposals?state=${state}`} nextCursor={nextCursor} />
    </div>
  )
}
