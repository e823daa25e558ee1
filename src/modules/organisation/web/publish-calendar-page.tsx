import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { say } from './calendar-text.ts'
import { NoticeFields } from './notice-fields.tsx'
import { noticeProblems, readNotice, type Way, ways } from './notice-form.ts'

const address = '/administration/calendar/publish'

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Nobody without this permission has anything to do here.
  await call(context, 'kernel.list-due-date-moves', { limit: 1 })
  return { way: wayOf(request), formKey: crypto.randomUUID() }
}

/** Publishes the notice and leads to what it moved. */
export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const way = wayOf(request)
  const form = await request.formData()
  const filled = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const read = await readNotice(form, way)
  if (!read.ok) return data({ problems: read.problems, filled }, { status: 400 })
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  const { publication } = read
  const answer = publication.kind === 'ical' ? await attempt(context, 'kernel.import-ical', publication.input, options) : await attempt(context, 'kernel.publish-arrangement', publication.input, options)
  if (answer.ok) return redirect(`/administration/calendar/moves?version=${answer.value.calendarVersion}`, 303)
  return data({ problems: noticeProblems(answer.refusal, way), filled }, { status: statusOf(answer.refusal.kind) })
}

function wayOf(request: Request): Way {
  const asked = new URL(request.url).searchParams.get('way')
  return ways.find((way) => way === asked) ?? 'hand'
}

export function meta() {
  return [{ title: say('publish.title') }]
}

/** A year's notice by hand, as JSON or from a calendar file. */
export default function PublishCalendarPage() {
  const { way, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/calendar">{say('back')}</a>
        </p>
        <h1>{say('publish.title')}</h1>
        <p>{say('publish.lead')}</p>
      </div>
      <Tabs label={say('publish.ways')} items={ways.map((one) => ({ href: `${address}?way=${one}`, text: say(`way.${one}`), current: one === way }))} />
      {refused ? <ErrorSummary title={say('publish.refused')} problems={refused.problems} /> : null}
      <form action={`${address}?way=${way}`} method="post" encType="multipart/form-data">
        <input type="hidden" name="key" value={formKey} />
        <NoticeFields way={way} filled={refused?.filled ?? {}} problems={refused?.problems ?? []} />
        <Actions>
          <Button>{say('publish.do')}</Button>
        </Actions>
      </form>
    </div>
  )
}
