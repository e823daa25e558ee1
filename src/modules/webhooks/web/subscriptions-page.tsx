import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { kindsWords, StateTag } from './state-tag.tsx'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const { items, nextCursor } = await call(context, 'webhooks.list-subscriptions', { ...(cursor !== null && { cursor }) })
  return { items, nextCursor, manages: staff.roles.some(({ role }) => role === 'administrator') }
}

export function meta() {
  return [{ title: say('title') }]
}

/** Which systems are told, and whether each is reached. */
export default function SubscriptionsPage() {
  const { items, nextCursor, manages } = useLoaderData<typeof loader>()
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration">{say('administration')}</a>
        </p>
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
        {manages ? (
          <p className="mt-s">
            <ButtonLink href="/administration/webhooks/new">{say('new')}</ButtonLink>
          </p>
        ) : null}
      </div>
      <Table
        caption={say('title')}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('name'), names: true, cell: ({ id, name }) => <a href={`/administration/webhooks/${id}`}>{name}</a> },
          { key: 'state', title: say('state'), cell: ({ state }) => <StateTag state={state} /> },
          { key: 'kinds', title: say('kinds'), cell: ({ kinds }) => kindsWords(kinds) },
          { key: 'waiting', title: say('waiting'), numeric: true, cell: ({ waiting }) => waiting },
          { key: 'last', title: say('last'), cell: ({ lastDeliveredAt }) => (lastDeliveredAt === null ? say('never') : instantWords(lastDeliveredAt)) },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base="/administration/webhooks" nextCursor={nextCursor} />
    </div>
  )
}
