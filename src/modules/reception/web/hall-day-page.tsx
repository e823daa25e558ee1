import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import { unitNamesFor } from '#web/unit-names.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { SignalsPane, WindowsPane } from './hall-panes.tsx'
import { say } from './text.ts'

/** Its lists follow what happens in the hall. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const supervises = roles.some(({ role }) => role === 'supervisor')
  const halls = supervises ? (await call(context, 'organisation.list-halls', { limit: 100 })).items.filter(({ closed }) => !closed) : []
  const asked = new URL(request.url).searchParams.get('hall')
  const looked = halls.find(({ id }) => id === asked) ?? halls[0]
  const live = await liveOf(context, looked === undefined ? 'reception.hall' : `reception.hall~${looked.id}`)
  const [day, signals, units] = await Promise.all([call(context, 'reception.get-hall-day', looked === undefined ? {} : { hallId: looked.id }), call(context, 'kernel.list-signals', { limit: 20 }), unitNamesFor(context)])
  const { searchParams } = new URL(request.url)
  const number = /^[AY]\d{3,4}$/.exec(searchParams.get('number') ?? '')?.[0]
  return { live, day, halls: halls.map(({ id, name }) => ({ id, name, current: id === looked?.id })), units, signals: signals.items.filter(({ rung }) => rung !== 'reminder'), handedOut: number === undefined ? undefined : { number, ahead: day.waiting.findIndex((ticket) => ticket.number === number) }, key: crypto.randomUUID() }
}

/** Hands out a number to somebody who asks at the entrance. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const kind = textOf(form, 'kind') === 'priority' ? 'priority' : 'general'
  const key = textOf(form, 'key')
  // Whoever came back to the page may press the other button of it.
  const answer = await attempt(context, 'reception.take-ticket', { kind }, key === undefined ? {} : { idempotencyKey: `${key}-${kind}` })
  if (!answer.ok) throw data(answer.refusal, { status: statusOf(answer.refusal.kind) })
  return redirect(`/hall?number=${answer.value.number}`, 303)
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData ? say('hall.now', { hall: loaderData.day.hall }) : say('title') }]
}

/** 大厅管理: who waits, which windows serve, and how long people wait today. */
export default function HallDayPage() {
  const { live, day, halls, signals, units, handedOut, key } = useLoaderData<typeof loader>()
  const { called } = day
  const serving = day.windows.filter(({ current }) => current !== null).length
  const minutesOf = (minutes: number | null): string => (minutes === null ? say('none') : say('minutes', { minutes }))
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('hall.now', { hall: day.hall })}</h1>
      </div>
      {halls.length === 0 ? null : <Tabs label={say('halls')} items={halls.map(({ id, name, current }) => ({ href: `/hall?hall=${id}`, text: name, current }))} />}
      <div className="room room-desk">
        <div>
          <LivePart id="live-now" live={live}>
            <Pane id="now" title={say('title')}>
              <FactsList
                facts={[
                  { term: say('figure.waiting'), value: <strong>{say('people', { count: day.waiting.length })}</strong> },
                  { term: say('figure.serving'), value: say('people', { count: serving }) },
                  { term: say('figure.called'), value: say('people', { count: called.count }) },
                  { term: say('figure.missed'), value: say('people', { count: called.missed }) },
                  { term: say('figure.median'), value: minutesOf(called.medianMinutes) },
                  { term: say('figure.longest'), value: minutesOf(called.longestMinutes) },
                ]}
              />
            </Pane>
          </LivePart>
          <WhoActs>
            <Pane id="hand-out" title={say('handOut')}>
              <form action="/hall" method="post">
                <input type="hidden" name="key" value={key} />
                <p className="meta">{say('handOut.meta')}</p>
                <Actions>
                  <Button name="kind" value="general" shortcut="t">
                    {say('handOut.general')}
                  </Button>
                  <Button name="kind" value="priority" kind="second" shortcut="y">
                    {say('handOut.priority')}
                  </Button>
                </Actions>
              </form>
              {handedOut && handedOut.ahead >= 0 ? <Note kind="accent">{say('handOut.done', handedOut)}</Note> : null}
            </Pane>
          </WhoActs>
        </div>
        <LivePart id="live-lists" live={live} className="mid">
          <Pane id="waiting" title={say('waiting')} meta={say('waiting.meta')}>
            <Table
              caption={say('waiting')}
              captionHidden
              rows={day.waiting}
              rowKey={({ number }) => number}
              empty={say('waiting.empty')}
              columns={[
                { key: 'number', title: say('column.number'), names: true, cell: ({ number }) => number },
                { key: 'kind', title: say('column.kind'), cell: ({ kind }) => (kind === 'priority' ? <Tag kind="near">{say('kind.priority')}</Tag> : say('kind.general')) },
                { key: 'minutes', title: say('column.minutes'), numeric: true, cell: ({ waitingMinutes }) => say('minutes', { minutes: waitingMinutes }) },
              ]}
            />
          </Pane>
          <WindowsPane windows={day.windows} />
        </LivePart>
        <LivePart id="live-signals" live={live}>
          <SignalsPane signals={signals} units={units} />
        </LivePart>
      </div>
    </div>
  )
}
