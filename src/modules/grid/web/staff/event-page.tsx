import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import gridStyles from '../grid.css?url'
import { namesFor } from '../places.ts'
import { categoryName, say } from '../text.ts'
import { CommandPane } from './command-pane.tsx'
import { eventForm, type FormCommand, isFormCommand, rare } from './event-forms.ts'
import { inputOf, photoIn, typedIn } from './event-input.ts'
import { addsPhotos, HistoryPane, PhotosPane, ReportPane } from './event-panes.tsx'
import { ownPlaceHref } from './own-place-href.ts'

type EventInput = InputOf<'grid.conclude-event'>

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const number = params['number'] ?? ''
  const event = await call(context, 'grid.get-event', { number })
  const { events } = await call(context, 'grid.get-event-ledger', { number })
  return { event, steps: events.map(({ at, command, to }) => ({ at, command, to })), names: await namesFor(context, [event.cellId]), key: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const here = `/grid-office/events/${number}`
  const form = await request.formData()
  const command = textOf(form, 'command')
  if (command === 'add-photo') return addPhoto(context, number, form)
  if (!isFormCommand(command)) return redirect(here, 303)
  const typed = typedIn(command, form)
  const key = textOf(form, 'key')
  const file = photoIn(command, form)
  const kept = file === undefined ? undefined : await attempt(context, 'grid.add-photo', { number, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, { idempotencyKey: `${key ?? command}-photo` })
  if (kept?.ok === false) return data({ command, title: kept.refusal.title, problems: [{ id: `${command}-photo`, text: kept.refusal.title }], typed }, { status: statusOf(kept.refusal.kind) })
  const answer = await attempt(context, eventForm(command).operation, { number, ...inputOf(typed) } as EventInput, { idempotencyKey: key })
  if (answer.ok) return redirect(here, 303)
  const problems = problemsOf(answer.refusal, (pointer) => `${command}-${idIn(pointer)}`)
  return data({ command, title: answer.refusal.title, problems, typed }, { status: statusOf(answer.refusal.kind) })
}

/** A photo by itself, as evidence of what the state of the event asks for. */
async function addPhoto(context: Readonly<RouterContextProvider>, number: string, form: FormData) {
  const file = fileOf(form, 'photo')
  const kept = file === undefined ? undefined : await attempt(context, 'grid.add-photo', { number, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, { idempotencyKey: textOf(form, 'key') })
  if (kept?.ok) return redirect(`/grid-office/events/${number}#photos`, 303)
  const text = kept?.refusal.title ?? say('photos.add.missing')
  return data({ command: 'add-photo' as const, title: text, problems: [{ id: 'photo', text }], typed: {} }, { status: kept === undefined ? 400 : statusOf(kept.refusal.kind) })
}

/** The control of a field: longitude and latitude are typed into one. */
function idIn(pointer: string): string {
  const name = pointer.slice(1).split('/')[0] ?? ''
  return name === 'longitude' || name === 'latitude' ? 'place' : name
}

export const handle: PageHandle = { script: ownPlaceHref, locates: true }

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('event.title', { number: params.number ?? '' }) }]
}

/** One event: what is wrong and where, what happened, and what the reader may do now. */
export default function EventPage() {
  const { event, steps, names, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const commands = event.commands.filter(isFormCommand)
  const usual = commands.filter((command) => !rare.includes(command))
  const folded = commands.filter((command) => rare.includes(command))
  const isOffered = (command: string): boolean => (command === 'add-photo' ? addsPhotos(event) : event.commands.includes(command))
  const fieldsOf = (command: FormCommand) => eventForm(command).fields.map((field) => (field.as === 'units' ? { ...field, options: names.departments } : field))
  const paneOf = (command: FormCommand) => (
    <CommandPane key={command} number={event.number} command={command} requestKey={key} refused={sent?.command === command ? sent : undefined} proposed={{ category: event.category, level: event.level }} departments={names.departments} />
  )
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{categoryName(event.category)}</h1>
        <p className="meta">
          <span className="num">{event.number}</span>　<a href="/grid-office">{say('event.back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <ReportPane event={event} names={names} />
          <PhotosPane event={event} requestKey={key} refused={sent?.command === 'add-photo' ? sent : undefined} />
        </div>
        <div className="mid">
          <HistoryPane event={event} steps={steps} units={names.units} />
        </div>
        <div>
          {sent === undefined || isOffered(sent.command) ? null : <NotGiven title={sent.title} typed={isFormCommand(sent.command) ? typedLines(fieldsOf(sent.command), sent.typed) : []} />}
          {commands.length === 0 ? (
            <Pane id="actions" title={say('event.actions')}>
              <p>{say('event.nothing')}</p>
            </Pane>
          ) : null}
          {usual.map((command) => paneOf(command))}
          {folded.length === 0 ? null : (
            <details open={folded.some((command) => command === sent?.command)}>
              <summary>{say('event.rare')}</summary>
              {folded.map((command) => paneOf(command))}
            </details>
          )}
        </div>
      </div>
    </div>
  )
}
