import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayWords } from '#web/day-words.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { communitiesOf, townsFor } from '../places.ts'
import { say } from '../text.ts'
import { GridTabs } from './grid-tabs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const roles = staff.roles.map(({ role }) => role)
  const { today } = context.get(requestContext)
  const onDay = new URL(request.url).searchParams.get('day') ?? today
  const { items } = await call(context, 'grid.list-patrols', { onDay })
  const town = (await townsFor(context)).find(({ unitId }) => unitId === staff.unitId)
  return { roles, onDay, items, communities: town === undefined ? [] : await communitiesOf(context, town.code) }
}

/** A plan covers whole communities: every cell of those that were ticked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const [workerId = '', onDay = ''] = [textOf(form, 'workerId'), textOf(form, 'onDay')]
  const chosen = await Promise.all(textsOf(form, 'community').filter(Boolean).map((communityCode) => attempt(context, 'grid.list-cells', { communityCode, limit: 100 })))
  const cellIds = chosen.flatMap((answer) => (answer.ok ? answer.value.items.map(({ id }) => id) : []))
  const answer = await attempt(context, 'grid.plan-patrol', { workerId, onDay, cellIds })
  if (answer.ok) return redirect(`/grid-office/patrols?day=${onDay}`, 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), workerId }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('patrols') }]
}

/** The patrols of a day: how many of the planned cells were walked, and a plan for another. */
export default function PatrolsPage() {
  const { roles, onDay, items, communities } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('patrols')}</h1>
        <p>{dayWords(onDay)}</p>
      </div>
      <GridTabs roles={roles} current="/grid-office/patrols" />
      <form action="/grid-office/patrols" method="get">
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
          { key: 'left', title: say('patrols.left'), cell: ({ cells }) => cells.filter(({ visited }) => !visited).map(({ id }) => id).slice(0, 6).join('、') },
        ]}
      />
      {roles.includes('gridCommander') && communities.length > 0 ? (
        <Section id="plan" title={say('patrols.plan')}>
          {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
          <form action="/grid-office/patrols" method="post">
            <Field id="workerId" label={say('cells.worker-no')}>
              {(ids) => <TextInput {...ids} name="workerId" width={8} defaultValue={sent?.workerId} required />}
            </Field>
            <Field id="onDay" label={say('patrols.day')}>
              {(ids) => <DateInput {...ids} name="onDay" defaultValue={onDay} required />}
            </Field>
            {[1, 2, 3].map((place) => (
              <Field key={place} id={`community-${place}`} label={say('patrols.community', { place })} optional={place > 1}>
                {(ids) => <Select {...ids} name="community" width={24} options={[{ value: '', label: say('choose') }, ...communities.map(({ code, name }) => ({ value: code, label: name }))]} />}
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
