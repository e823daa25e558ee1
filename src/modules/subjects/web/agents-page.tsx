import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { authorisationState } from './authorisation-state.ts'
import { say, scopeWord } from './text.ts'

type Authorisation = OutputOf<'subjects.list-authorisations'>['items'][number]

export const handle: PageHandle = { crumbs: () => [{ href: '/me', text: say('me') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const [me, list] = await Promise.all([call(context, 'subjects.get-me', {}), call(context, 'subjects.list-authorisations', { limit: 50, ...(cursor && { cursor }) })])
  const { today } = context.get(requestContext)
  return { today, given: list.items.filter((one) => one.agentId !== me.id), received: list.items.filter((one) => one.agentId === me.id), nextCursor: list.nextCursor }
}

/** Takes an authorisation back, or gives it up. */
export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const id = textOf(await request.formData(), 'revoke') ?? ''
  const revoked = await attempt(context, 'subjects.revoke-authorisation', { id })
  return revoked.ok ? redirect('/agents') : data({ problem: revoked.refusal.title }, { status: statusOf(revoked.refusal.kind) })
}

export function meta() {
  return [{ title: say('agents') }]
}

/** 代办: whom I let act for me, and for whom I may act; each may be ended by either side (民法典 art. 173). */
export default function AgentsPage() {
  const { today, given, received, nextCursor } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('agents')}</h1>
        <p>{say('agents.lead')}</p>
      </div>
      {problem === undefined ? null : <ErrorSummary title={say('sign-in.problems')} problems={[{ id: 'given', text: problem }]} />}
      <Section id="given" title={say('agents.given')} beside={<ButtonLink href="/agents/new">{say('agents.give')}</ButtonLink>}>
        <Table caption={say('agents.given')} captionHidden columns={columnsFor('given', today)} rows={given} rowKey={(one) => one.id} empty={say('agents.given.none')} />
      </Section>
      <Section id="received" title={say('agents.received')} meta={say('agents.received.meta')}>
        <Table caption={say('agents.received')} captionHidden columns={columnsFor('received', today)} rows={received} rowKey={(one) => one.id} empty={say('agents.received.none')} />
      </Section>
      <ListPages summary="" base="/agents" nextCursor={nextCursor} />
    </div>
  )
}

function columnsFor(side: 'given' | 'received', today: string): readonly Column<Authorisation>[] {
  const word = side === 'given' ? say('agents.revoke') : say('agents.give-up')
  return [
    side === 'given' ? { key: 'agent', title: say('agents.agent'), names: true, cell: (one) => one.agentName } : { key: 'principal', title: say('agents.principal'), names: true, cell: (one) => one.principalName },
    ...(side === 'given' ? [{ key: 'principal', title: say('agents.principal'), cell: (one: Authorisation) => one.principalName }] : []),
    { key: 'scope', title: say('me.acts-for.scope'), cell: (one) => scopeWord(one.scope) },
    { key: 'period', title: say('agents.period'), cell: (one) => say('agents.from-to', { from: longDayWords(one.from), to: longDayWords(one.to) }) },
    { key: 'state', title: say('agents.state'), cell: (one) => say(`agents.state.${authorisationState(one, today)}`) },
    { key: 'end', title: say('agents.end'), cell: (one) => (authorisationState(one, today) === 'revoked' || authorisationState(one, today) === 'expired' ? say('agents.end.none') : <EndForm id={one.id} word={word} of={side === 'given' ? one.agentName : one.principalName} />) },
  ]
}

function EndForm({ id, word, of }: { readonly id: string; readonly word: string; readonly of: string }) {
  return (
    <form action="/agents" method="post">
      <Button kind="plain" name="revoke" value={id} aria-label={say('agents.end.of', { word, name: of })}>
        {word}
      </Button>
    </form>
  )
}
