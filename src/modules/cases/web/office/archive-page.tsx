import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import caseStyles from './case-room.css?url'
import { mostAtOnce } from './picked.ts'
import { say, wordOf } from './text.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { useReadsOnly } from '#web/who-acts.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { pathname, searchParams } = new URL(request.url)
  const archived = pathname.endsWith('/kept')
  const cursor = searchParams.get('cursor')
  const [page, units] = await Promise.all([call(context, 'cases.list-archivable', { archived: String(archived), limit: 50, ...(cursor !== null && { cursor }) }), unitNamesFor(context)])
  return { ...page, units, archived, pathname, key: crypto.randomUUID() }
}

/** Archives what was ticked, each case by itself: one that still waits for a check of its pledge keeps no other from the archive. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const numbers = textsOf(form, 'pick').slice(0, mostAtOnce)
  const refused: { readonly number: string; readonly title: string }[] = []
  for (const number of numbers) {
    const answer = await attempt(context, 'cases.archive-case', { number }, { idempotencyKey: `${textOf(form, 'key')}-${number}` })
    if (!answer.ok) refused.push({ number, title: answer.refusal.title })
  }
  return { done: numbers.length - refused.length, refused }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly archived: boolean } }) {
  return [{ title: say(loaderData?.archived ? 'archive.kept' : 'archive.waiting') }]
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

/** 归档: what is closed and waits for the archive, and what lies in it. */
export default function ArchivePage() {
  const { items, nextCursor, units, archived, pathname, key } = useLoaderData<typeof loader>()
  const readsOnly = useReadsOnly()
  const answered = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say(archived ? 'archive.kept' : 'archive.waiting')}</h1>
      </div>
      <Tabs
        label={say('archive.title')}
        items={[
          { href: '/archive', text: say('archive.waiting'), current: !archived },
          { href: '/archive/kept', text: say('archive.kept'), current: archived },
        ]}
      />
      {answered ? <Note kind="accent">{say('archive.done', { count: answered.done })}</Note> : null}
      {answered?.refused.map(({ number, title }) => (
        <Note key={number} kind="near">
          {say('archive.refused', { tail: number.slice(-4), title })}
        </Note>
      ))}
      <form action={pathname} method={archived || readsOnly ? 'get' : 'post'}>
        <input type="hidden" name="key" value={key} />
        <Table
          caption={say(archived ? 'archive.kept' : 'archive.waiting')}
          captionHidden
          rows={items}
          rowKey={({ number }) => number}
          empty={say(archived ? 'archive.kept.empty' : 'archive.waiting.empty')}
          columns={[
            ...(archived || readsOnly ? [] : [{ key: 'pick', title: say('archive.pick'), cell: ({ number }: (typeof items)[number]) => <input type="checkbox" name="pick" value={number} aria-label={say('archive.pick.one', { tail: number.slice(-4) })} /> }]),
            { key: 'item', title: say('queue.case'), names: true, cell: (row) => <a href={`/archive/cases/${row.number}`}>{row.itemName}</a> },
            { key: 'applicant', title: say('fact.applicant'), cell: (row) => row.applicantName },
            { key: 'unit', title: say('queue.unit'), cell: (row) => (row.department === null ? '' : (units[row.department] ?? row.department)) },
            { key: 'state', title: say('supervision.state'), cell: (row) => (row.outcome === null ? wordOf('states', row.state) : say('supervision.ended', { state: wordOf('states', row.state), outcome: wordOf('outcomes', row.outcome) })) },
            { key: 'closed', title: say('archive.closed'), cell: (row) => (row.closedAt === null ? '' : instantWords(row.closedAt)) },
            { key: 'number', title: say('supervision.number'), cell: (row) => <span className="num">{row.number.slice(-12)}</span> },
          ]}
        />
        {archived || readsOnly || items.length === 0 ? null : (
          <div className="actbar-s">
            <Button shortcut="s">{say('archive.archive')}</Button>
          </div>
        )}
      </form>
      <ListPages summary={say('queue.page', { count: items.length })} base={pathname} nextCursor={nextCursor} />
    </div>
  )
}
