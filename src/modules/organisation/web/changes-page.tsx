import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { RecordChanges } from './record-changes.tsx'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  return call(context, 'organisation.list-changes', { limit: 50, ...(cursor !== null && { cursor }) })
}

export function meta() {
  return [{ title: say('changes.title') }]
}

/** Everything that was changed of units, halls, windows and staff, newest first. */
export default function ChangesPage() {
  const { items, nextCursor } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="changes" />
      <RecordChanges changes={items} named />
      <ListPages summary={say('page', { count: items.length })} base="/administration/changes" nextCursor={nextCursor} />
    </div>
  )
}
