import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { dayWords, instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { signInFirst } from '#web/sign-in-first.ts'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { holderWord, outcomeWord, stateWord } from './case-words.ts'
import { DraftsList } from './drafts-list.tsx'
import { say } from './text.ts'

const stages = ['open', 'ended'] as const

type CaseLine = OutputOf<'cases.list-cases'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const { searchParams } = new URL(request.url)
  const cursor = searchParams.get('cursor')
  const stage = stages.find((one) => one === searchParams.get('stage')) ?? null
  const [list, drafts, units] = await Promise.all([
    call(context, 'cases.list-cases', { limit: 20, ...(stage !== null && { ended: String(stage === 'ended') }), ...(cursor && { cursor }) }),
    call(context, 'cases.list-drafts', { limit: 100 }),
    unitNamesFor(context),
  ])
  return { list, units, stage, drafts: cursor === null && stage !== 'ended' ? drafts.items : [] }
}

/** Throws a draft away; one that is gone already was thrown away as wished. */
export async function action({ request, context }: ActionFunctionArgs) {
  signInFirst(context, request)
  const id = textOf(await request.formData(), 'discard') ?? ''
  await attempt(context, 'cases.discard-draft', { id })
  return redirect('/matters')
}

export function meta() {
  return [{ title: say('matters') }]
}

const columnsWith = (units: UnitNames): readonly Column<CaseLine>[] => [
  { key: 'item', title: say('matters.item'), names: true, cell: (line) => <a href={`/matters/${line.number}`}>{line.itemName}</a> },
  { key: 'state', title: say('matters.state'), cell: (line) => (line.outcome !== null ? outcomeWord(line.outcome) : line.heldBy === 'payer' ? say('matter.state.pay') : stateWord(line.state)) },
  { key: 'who', title: say('matter.who'), cell: (line) => holderWord(line, units) },
  { key: 'due', title: say('matters.due'), cell: (line) => (line.dueOn === null ? say('matters.due.none') : dayWords(line.dueOn)) },
  { key: 'applicant', title: say('matters.applicant'), cell: (line) => line.applicantName },
  { key: 'opened', title: say('matters.opened'), cell: (line) => instantWords(line.openedAt) },
  { key: 'number', title: say('matters.number'), cell: (line) => <span className="num">{line.number}</span> },
]

/** The cases that the person is a party to, newest first. */
export default function MattersPage() {
  const { list, drafts, units, stage } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('matters')}</h1>
      </div>
      <DraftsList drafts={drafts} />
      <Section id="filed" title={say('matters.filed')} beside={<Tabs label={say('matters.stage')} inline items={[null, ...stages].map((one) => ({ href: hrefOf(one), text: say(`matters.stage.${one ?? 'all'}`), current: one === stage }))} />}>
        <Table caption={say('matters')} captionHidden columns={columnsWith(units)} rows={list.items} rowKey={(line) => line.number} empty={say(stage === null ? 'matters.none' : 'matters.none.stage')} />
      </Section>
      <ListPages summary={say('matters.page', { count: list.items.length })} base={hrefOf(stage)} nextCursor={list.nextCursor} />
      <p className="mt">
        <ButtonLink href="/services" kind="second">
          {say('matters.apply')}
        </ButtonLink>
      </p>
    </div>
  )
}

function hrefOf(stage: (typeof stages)[number] | null): string {
  return stage === null ? '/matters' : `/matters?stage=${stage}`
}
