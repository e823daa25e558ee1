import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { IndexList } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { sessionCookie } from '#web/session-cookie.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { capacityWord, levelWord, purposeWord, say, scopeWord } from './text.ts'

type Represented = OutputOf<'subjects.get-me'>['actsFor'][number]
type Look = OutputOf<'subjects.list-unmaskings'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const [me, looked, unread] = await Promise.all([call(context, 'subjects.get-me', {}), call(context, 'subjects.list-unmaskings', { limit: 50 }), call(context, 'kernel.list-messages', { unreadOnly: true, limit: 100 })])
  return { me, looked: looked.items, unread: unread.items.length, demo: context.get(requestContext).settings.demo }
}

/** The development identity provider takes every proof as given; in a real city the operation does not exist. */
export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const way = textOf(await request.formData(), 'way') === 'inPerson' ? 'inPerson' : 'face'
  const answer = await attempt(context, 'subjects.step-up', { way })
  if (!answer.ok) return data({ problem: answer.refusal.title }, { status: statusOf(answer.refusal.kind) })
  return redirect('/me', { headers: { 'Set-Cookie': sessionCookie(request, answer.value) } })
}

export function meta() {
  return [{ title: say('me') }]
}

function representedColumns(): readonly Column<Represented>[] {
  return [
    { key: 'who', title: say('me.acts-for.who'), names: true, cell: (one) => one.maskedName },
    { key: 'number', title: say('me.acts-for.number'), cell: (one) => <span className="num">{one.maskedNumber}</span> },
    { key: 'as', title: say('me.acts-for.as'), cell: (one) => capacityWord(one.as) },
    { key: 'scope', title: say('me.acts-for.scope'), cell: (one) => scopeWord(one.scope) },
    { key: 'to', title: say('me.acts-for.to'), cell: (one) => (one.to === null ? say('me.acts-for.no-end') : longDayWords(one.to)) },
  ]
}

function lookColumns(): readonly Column<Look>[] {
  return [
    { key: 'at', title: say('me.looked.at'), names: true, cell: (look) => instantWords(look.at) },
    { key: 'who', title: say('me.looked.who'), cell: (look) => actorWord(look.actor) },
    { key: 'why', title: say('me.looked.why'), cell: (look) => (look.purpose === null ? '' : purposeWord(look.purpose)) },
    { key: 'matter', title: say('me.looked.matter'), cell: (look) => (look.matterNumber === null ? say('me.looked.no-matter') : <a href={`/matters/${look.matterNumber}`}>{look.matterNumber}</a>) },
  ]
}

/** What the office knows of the person, for whom he may act, and who looked (个人信息保护法 art. 44, 45). */
export default function MePage() {
  const { me, looked, unread, demo } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('me.title', { name: me.maskedName })}</h1>
      </div>
      {problem === undefined ? null : <ErrorSummary title={say('sign-in.problems')} problems={[{ id: 'level', text: problem }]} />}
      <IndexList
        items={[
          { href: '/matters', title: say('me.matters'), line: say('me.matters.line') },
          { href: '/certificates', title: say('me.certificates'), line: say('me.certificates.line') },
          { href: '/messages', title: say('messages'), line: unread === 0 ? say('me.messages.line') : say('me.messages.unread', { count: unread }) },
          { href: '/agents', title: say('agents'), line: say('me.agents.line') },
          { href: '/services', title: say('me.services'), line: say('me.services.line') },
        ]}
      />
      <Section id="facts" title={say('me.facts')} meta={say('me.facts.meta')}>
        <FactsList
          facts={[
            { term: say('me.name'), value: me.maskedName },
            { term: say('me.phone'), value: me.phone, code: true },
            { term: say('me.address'), value: me.address },
            { term: say('me.level'), value: levelWord(me.level) },
          ]}
        />
      </Section>
      <Section id="level" title={say('me.level.title')} meta={say('me.level.meta')}>
        {demo ? <DemoStepUp /> : <p>{say('me.level.window')}</p>}
      </Section>
      <Section id="acts-for" title={say('me.acts-for')} beside={<a href="/agents">{say('me.acts-for.manage')}</a>}>
        <Table caption={say('me.acts-for')} captionHidden columns={representedColumns()} rows={me.actsFor} rowKey={(one) => `${one.id} ${one.as}`} empty={say('me.acts-for.none')} />
      </Section>
      <Section id="looked" title={say('me.looked')} meta={say('me.looked.meta')}>
        <Table caption={say('me.looked')} captionHidden columns={lookColumns()} rows={looked} rowKey={(look) => `${look.at} ${look.actor}`} empty={say('me.looked.none')} />
      </Section>
      <form action="/sign-out" method="post">
        <Button kind="plain">{say('sign-out')}</Button>
      </form>
    </div>
  )
}

function DemoStepUp() {
  return (
    <form action="/me" method="post">
      <p>{say('me.level.demo')}</p>
      <Actions>
        <Button kind="second" name="way" value="face">
          {say('me.level.face')}
        </Button>
        <Button kind="plain" name="way" value="inPerson">
          {say('me.level.in-person')}
        </Button>
      </Actions>
    </form>
  )
}

function actorWord(actor: string): string {
  const [kind, id = ''] = actor.split(':')
  return kind === 'staff' ? say('me.looked.staff', { id }) : say('me.looked.system')
}
