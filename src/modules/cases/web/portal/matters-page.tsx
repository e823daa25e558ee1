import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { ButtonLink } from '#ui/button.tsx'
import { type Column, Pagination, Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { signInFirst } from '#web/sign-in-first.ts'
import { outcomeWord, stateWord } from './case-words.ts'
import { say } from './text.ts'

type CaseLine = OutputOf<'cases.list-cases'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  return { list: await call(context, 'cases.list-cases', { limit: 20, ...(cursor && { cursor }) }) }
}

export function meta() {
  return [{ title: say('matters') }]
}

const columns: readonly Column<CaseLine>[] = [
  { key: 'item', title: say('matters.item'), names: true, cell: (line) => <a href={`/matters/${line.number}`}>{line.itemName}</a> },
  { key: 'state', title: say('matters.state'), cell: (line) => (line.outcome === null ? stateWord(line.state) : outcomeWord(line.outcome)) },
  { key: 'applicant', title: say('matters.applicant'), cell: (line) => line.applicantName },
  { key: 'opened', title: say('matters.opened'), cell: (line) => instantWords(line.openedAt) },
  { key: 'number', title: say('matters.number'), cell: (line) => <span className="num">{line.number}</span> },
]

/** The cases that the person is a party to, newest first. */
export default function MattersPage() {
  const { list } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('matters')}</h1>
      </div>
      <Table caption={say('matters')} captionHidden columns={columns} rows={list.items} rowKey={(line) => line.number} empty={say('matters.none')} />
      {list.nextCursor ? <Pagination summary={say('matters.page', { count: list.items.length })} nextHref={`/matters?cursor=${encodeURIComponent(list.nextCursor)}`} /> : null}
      <p className="mt">
        <ButtonLink href="/services" kind="second">
          {say('matters.apply')}
        </ButtonLink>
      </p>
    </div>
  )
}
