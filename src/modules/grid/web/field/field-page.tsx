import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { SimulatedNotice } from '#web/simulated-notice.tsx'
import { actingStaffFirst } from '#web/staff-first.ts'
import gridStyles from '../grid.css?url'
import { communitiesOf, townsFor } from '../places.ts'
import { categoryOptions, cellWords, say } from '../text.ts'
import { FieldTasks } from './field-tasks.tsx'
import { tasksFor } from './field-task-list.ts'
import { outboxHref } from './outbox-href.ts'
import { numberPlace } from './number-place.ts'

const names = ['category', 'cellId', 'description', 'componentCode', 'address', 'longitude', 'latitude'] as const

/** What stands on the page is kept on the telephone: cells and classes, which are public, of his tasks the number and until when, and nothing of anybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = actingStaffFirst(context, request)
  const { today } = context.get(requestContext)
  const plans = (await call(context, 'grid.list-patrols', { onDay: today })).items
  const town = (await townsFor(context)).find(({ unitId }) => unitId === staff.unitId)
  const communities = town === undefined ? [] : await communitiesOf(context, town.code)
  const cells = town === undefined ? [] : (await call(context, 'grid.get-map', { townCode: town.code })).features.map(({ id }) => id)
  const { searchParams } = new URL(request.url)
  const sent = /^WG\d{13}$/.exec(searchParams.get('sent') ?? '')?.[0] ?? null
  return { plan: plans.find(({ workerId }) => workerId === staff.id) ?? null, cells, tasks: staff.roles.some(({ role }) => role === 'gridWorker') ? await tasksFor(context) : [], communities: Object.fromEntries(communities.map(({ code, name }) => [code, name])), key: crypto.randomUUID(), sent, photoLost: searchParams.get('photo') === 'no' }
}

/** Without scripts the form is sent as any other. */
export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? '']))
  const told = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  const key = textOf(form, 'key')
  const answer = await attempt(context, 'grid.collect-event', { category: '', description: '', ...told }, { idempotencyKey: key })
  if (!answer.ok) return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
  const { number } = answer.value
  const file = fileOf(form, 'photo')
  const kept = file === undefined ? undefined : await attempt(context, 'grid.add-photo', { number, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, { idempotencyKey: `${key ?? number}-photo` })
  return redirect(`/grid/field?sent=${number}${kept?.ok === false ? '&photo=no' : ''}`, 303)
}

export const handle: PageHandle = { rooms: true, density: 'compact', script: outboxHref, locates: true }

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta() {
  return [{ title: say('field') }]
}

/** The grid worker on the way: report with photo, the cells of today, and what still waits to be sent. */
export default function FieldPage() {
  const { plan, cells, tasks, communities, key, sent, photoLost } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  const typedIn = (name: (typeof names)[number]): string => refused?.typed[name] ?? ''
  const options = cells.map((id) => ({ value: id, label: cellWords(id, communities[id.slice(0, 12)]) }))
  return (
    <>
      <SimulatedNotice />
      <main id="main" className="field-page">
        <h1>{say('field')}</h1>
        <p>
          <a href="/grid-office?view=toVerify">{say('field.tasks')}</a>　<a href="/grid-office/patrols">{say('patrols')}</a>
        </p>
        {sent === null ? null : <p className="note note-accent">{say('field.sent', { number: sent })}</p>}
        {sent === null || !photoLost ? null : (
          <p className="note note-near">
            {say('field.photo-lost')}　<a href={`/grid-office/events/${sent}`}>{say('event.title', { number: sent })}</a>
          </p>
        )}
        {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
        <form id="report" className="grid-step" action="/grid/field" method="post" encType="multipart/form-data">
          <input type="hidden" name="key" value={key} />
          <Field id="category" label={say('column.category')} error={errorOf('category')}>
            {(ids) => <Select {...ids} name="category" required defaultValue={typedIn('category')} options={[{ value: '', label: say('choose') }, ...categoryOptions()]} />}
          </Field>
          <Field id="cellId" label={say('cell')} error={errorOf('cellId')}>
            {(ids) => <Select {...ids} name="cellId" required defaultValue={typedIn('cellId')} options={[{ value: '', label: say('choose') }, ...options]} />}
          </Field>
          <Field id="description" label={say('report.description')} error={errorOf('description')}>
            {(ids) => <TextArea {...ids} name="description" rows={3} maxLength={1000} required defaultValue={typedIn('description')} />}
          </Field>
          <Field id="componentCode" label={say('report.component')} hint={say('field.component.hint')} error={errorOf('componentCode')} optional>
            {(ids) => <TextInput {...ids} name="componentCode" inputMode="numeric" maxLength={16} pattern="\d{16}" defaultValue={typedIn('componentCode')} />}
          </Field>
          <Field id="address" label={say('report.address')} error={errorOf('address')} optional>
            {(ids) => <TextInput {...ids} name="address" maxLength={200} defaultValue={typedIn('address')} />}
          </Field>
          <Field id="photo" label={say('report.photo')} optional>
            {(ids) => <FileInput {...ids} name="photo" accept="image/jpeg,image/png,image/webp" capture="environment" />}
          </Field>
          <Actions>
            <Button wide>{say('field.save')}</Button>
          </Actions>
        </form>
        <FieldTasks tasks={tasks} communities={communities} />
        <Section id="waiting" title={say('outbox')}>
          <ul
            id="outbox"
            className="outbox"
            aria-live="polite"
            data-page={key}
            data-waiting={say('outbox.waiting')}
            data-refused={say('outbox.refused')}
            data-unexplained={say('outbox.unexplained')}
            data-remove={say('outbox.remove')}
            data-sent={say('outbox.sent', { number: numberPlace })}
            data-photo-lost={say('field.photo-lost')}
            data-save-photo={say('outbox.save-photo')}
            data-track={say('outbox.track')}
            data-start={say('track.start')}
            data-stop={say('track.stop')}
          />
          <p className="meta">{say('outbox.hint')}</p>
          <p className="meta" id="kept" hidden>
            {say('outbox.kept')}
          </p>
        </Section>
        <Section id="today" title={say('field.today')}>
          {plan === null ? <p>{say('field.no-plan')}</p> : null}
          {plan === null ? null : <p>{say('patrols.share', { percent: Math.round((plan.visited * 100) / plan.planned), visited: plan.visited, planned: plan.planned })}</p>}
          <ul>
            {(plan?.cells ?? []).map(({ id, visited }) => (
              <li key={id}>
                {cellWords(id, communities[id.slice(0, 12)])}
                {visited ? `　${say('field.visited')}` : ''}
              </li>
            ))}
          </ul>
          <Actions>
            <Button id="track" type="button" kind="second">
              {say('track.start')}
            </Button>
          </Actions>
          <ul id="track-told" className="outbox" aria-live="polite" data-taken={say('track.taken')} data-outside={say('track.outside')} data-past={say('track.past')} data-ahead={say('track.ahead')} />
          <p className="meta">{say('track.hint')}</p>
        </Section>
      </main>
    </>
  )
}
