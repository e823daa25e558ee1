import { type LoaderFunctionArgs, data, useLoaderData } from 'react-router'
import { Rows } from '#ui/index-list.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { SupervisionTabs } from './supervision-tabs.tsx'
import { say } from './text.ts'

/** The rooms of other businesses that have no entry of their own in the bar of a supervisor. */
const rooms = [
  { href: '/office/unit', word: 'rooms.queue', text: 'rooms.queue.text' },
  { href: '/catalogue-office', word: 'rooms.catalogue', text: 'rooms.catalogue.text' },
  { href: '/hall', word: 'rooms.hall', text: 'rooms.hall.text' },
  { href: '/archive', word: 'rooms.archive', text: 'rooms.archive.text' },
  { href: '/hotline', word: 'rooms.seats', text: 'rooms.seats.text' },
  { href: '/hotline/articles', word: 'rooms.articles', text: 'rooms.articles.text' },
  { href: '/publication-office?view=toReview', word: 'rooms.publication', text: 'rooms.publication.text' },
  { href: '/reviews', word: 'rooms.reviews', text: 'rooms.reviews.text' },
  { href: '/reports/template', word: 'rooms.reports', text: 'rooms.reports.text' },
  { href: '/administration', word: 'rooms.administration', text: 'rooms.administration.text' },
] as const

export function loader({ request, context }: LoaderFunctionArgs) {
  const roles = staffFirst(context, request).roles.map(({ role }) => role)
  if (!roles.includes('supervisor')) throw data(null, { status: 404 })
  return { roles }
}

export function meta() {
  return [{ title: say('rooms') }]
}

/** Every room that the discipline supervisor reads (S-22). */
export default function RoomsPage() {
  const { roles } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('rooms')}</h1>
        <p>{say('rooms.lead')}</p>
      </div>
      <SupervisionTabs roles={roles} current="/supervision/rooms" />
      <Rows columns={2} items={rooms.map(({ href, word, text }) => ({ title: say(word), href, lines: [say(text)] }))} />
    </div>
  )
}
