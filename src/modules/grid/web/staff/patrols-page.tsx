import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayWords } from '#web/day-words.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import gridStyles from '../grid.css?url'
import { communitiesOf, townsFor } from '../places.ts'
import { cellWords, say } from '../text.ts'
import { GridTabs } from './grid-tabs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const roles = staff.roles.map(({ role }) => role)
  const { today } = context.get(requestContext)
  const onDay = new URL(request.url).searchParams.get('day') ?? today
  const { items } = await call(context, 'grid.list-patrols', { onDay })
  const town = (await townsFor(context)).find(({ unitId }) => unitId === staff.unitId)
  const workers = town === undefined ? undefined : await attempt(context, 'grid.list-workers', { unitId: town.unitId })
  return { roles, onDay, items, workers: workers?.ok ? workers.value.items : [], communities: town === undefined ? [] : await communitiesOf(context, town.code) }
}

/** A plan covers whole communities: every cell of those that were ticked. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const [workerId = '', onDay = ''] = [textOf(form, 'workerId'), textOf(form, 'onDay')]
  const communities = textsOf(form, 'community')
  const chosen = await Promise.all(communities.filter(Boolean).map((communityCode) => attempt(context, 'grid.list-cells', { communityCode, limit: 100 })))
  const cellIds = chosen.flatMap((answer) => (answer.ok ? answer.value.items.map(({ id }) => id) : []))
  const answer = await attempt(context, 'grid.plan-patrol', { workerId, onDay, cellIds })
  if (answer.ok) return redirect(`/grid-office/patrols?day=${onDay}`, 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal, idIn), workerId, onDay, communities }, { status: statusOf(answer.refusal.kind) })
}

/** The control of a field: the cells are those of the communities. */
function idIn(pointer: string): string {
  return pointer.startsWith('/cellIds') ? 'community-1' : pointer.slice(1)
}

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta() {
  return [{ title: say('patrols') }]
}

/** The patrols of a day: how many of the planned cells were walked, and a plan for another. */
export default function PatrolsPage() {
  const { roles, onDay, items, communities, workers } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => sent?.problems.find((problem) => problem.id === id)?.text
  const communityName = Object.fromEntries(communities.map(({ code, name }) => [code, name]))
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('patrols')}</h1>
        <p>{dayWords(onDay)}</p>
      </div>
      <GridTabs roles={roles} current="/grid-office/patrols" />
      <form className="grid-filter" action="/grid-office/patrols" method="get">
        <Field id="day" label={say('patrols.day')}>
          {(ids) => <DateInput {...ids} name="day" defaultValue={onDay} />}
        </Field>
        <Actions>
          <Button kind="second">{say('patrols.show')}</Button>
        </Actions>
      </form>
      <Table
        caption={say('patrols')}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={say('patrols.none')}
        columns={[
          { key: 'worker', title: say('cell.worker'), names: true, cell: ({ worker }) => worker },
          { key: 'planned', title: say('patrols.planned'), numeric: true, cell: ({ planned }) => planned },
          { key: 'visited', title: say('patrols.visited'), numeric: true, cell: ({ visited }) => visited },
          { key: 'coverage', title: say('patrols.coverage'), numeric: true, cell: ({ planned, visited }) => say('patrols.share', { percent: planned === 0 ? 0 : Math.round((visited * 100) / planned), visited, planned }) },
          { key: 'left', title: say('patrols.left'), cell: ({ cells }) => leftWords(cells.filter(({ visited }) => !visited).map(({ id }) => cellWords(id, communityName[id.slice(0, 12)]))) },
        ]}
      />
      {roles.includes('gridCommander') && communities.length > 0 ? (
        <Section id="plan" title={say('patrols.plan')}>
          {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
          <form action="/grid-office/patrols" method="post">
            <Field id="workerId" label={say('cell.worker')} error={errorOf('workerId')}>
              {(ids) => <Select {...ids} name="workerId" width={16} defaultValue={sent?.workerId ?? ''} required options={[{ value: '', label: say('choose') }, ...workers.map(({ id, name }) => ({ value: id, label: name }))]} />}
            </Field>
            <Field id="onDay" label={say('patrols.day')} error={errorOf('onDay')}>
              {(ids) => <DateInput {...ids} name="onDay" defaultValue={sent?.onDay ?? onDay} required />}
            </Field>
            {[1, 2, 3].map((place) => (
              <Field key={place} id={`community-${place}`} label={say('patrols.community', { place })} error={errorOf(`community-${place}`)} optional={place > 1}>
                {(ids) => <Select {...ids} name="community" width={24} defaultValue={sent?.communities[place - 1] ?? ''} options={[{ value: '', label: say('choose') }, ...communities.map(({ code, name }) => ({ value: code, label: name }))]} />}
              </Field>
            ))}
            <Actions>
              <Button>{say('patrols.save')}</Button>
            </Actions>
          </form>
        </Section>
      ) : null}
    </div>
  )
}

const mostNamed = 6

/** The cells that are left, by name; of many only the first. */
function leftWords(names: readonly string[]): string {
  const list = names.slice(0, mostNamed).join('、')
  return names.length > mostNamed ? say('patrols.left-of', { list, count: names.length }) : list
}
