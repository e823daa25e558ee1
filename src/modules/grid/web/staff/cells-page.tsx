import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { communitiesOf, townsFor } from '../places.ts'
import { cellWords, say } from '../text.ts'
import { GridTabs } from './grid-tabs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const towns = await townsFor(context)
  const town = towns.find(({ code }) => code === searchParams.get('town')) ?? towns.find(({ unitId }) => unitId === staff.unitId) ?? towns[0] ?? null
  const communities = town === null ? [] : await communitiesOf(context, town.code)
  const workers = town === null ? undefined : await attempt(context, 'grid.list-workers', { unitId: town.unitId })
  const cursor = searchParams.get('cursor')
  const page = town === null ? { items: [], nextCursor: null } : await call(context, 'grid.list-cells', { townCode: town.code, limit: 100, ...(cursor !== null && { cursor }) })
  return { towns, town, here: hereOf(request), roles: staff.roles.map(({ role }) => role), cells: page.items, nextCursor: page.nextCursor, workers: workers?.ok ? workers.value.items : [], communities: Object.fromEntries(communities.map(({ code, name }) => [code, name])) }
}

/** This page of the list: its street and where in it. */
function hereOf({ url }: Request): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const typed = { cellId: textOf(form, 'cellId') ?? '', workerId: textOf(form, 'workerId') ?? '', phone: textOf(form, 'phone') ?? '' }
  const answer = await attempt(context, 'grid.assign-worker', typed)
  if (answer.ok) return redirect(hereOf(request), 303)
  return data({ typed, title: answer.refusal.title }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('cells') }]
}

/** Who looks after which cell. A change stands on the public page at once (G-02). */
export default function CellsPage() {
  const { towns, town, here, roles, cells, nextCursor, workers, communities } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('cells')}</h1>
      </div>
      <GridTabs roles={roles} current="/grid-office/cells" />
      <Tabs label={say('find.town')} items={towns.map(({ code, name }) => ({ href: `/grid-office/cells?town=${code}`, text: name, current: code === town?.code }))} />
      {sent ? <ErrorSummary title={sent.title} problems={[{ id: `phone-${sent.typed.cellId}`, text: sent.title }]} /> : null}
      <Table
        caption={say('cells')}
        captionHidden
        rows={cells}
        rowKey={({ id }) => id}
        empty={say('find.none')}
        columns={[
          { key: 'cell', title: say('cell'), names: true, cell: ({ id, communityCode }) => <a href={`/grid?cell=${id}`}>{cellWords(id, communities[communityCode])}</a> },
          { key: 'worker', title: say('cell.worker'), cell: ({ worker }) => worker },
          { key: 'phone', title: say('cell.phone'), cell: ({ workerPhone }) => <span className="num">{workerPhone}</span> },
          { key: 'change', title: say('cells.change'), cell: (cell) => <WhoActs><WorkerForm here={here} cell={cell} workers={workers} typed={sent?.typed.cellId === cell.id ? sent.typed : undefined} /></WhoActs> },
        ]}
      />
      <ListPages summary={say('cells.page', { count: cells.length })} base={`/grid-office/cells?town=${town?.code}`} nextCursor={nextCursor} />
    </div>
  )
}

interface WorkerFormProps {
  readonly here: string
  readonly cell: { readonly id: string; readonly worker: string; readonly workerPhone: string }
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  /** What was refused just now. */
  readonly typed: { readonly workerId: string; readonly phone: string } | undefined
}

function WorkerForm({ here, cell: { id, worker, workerPhone }, workers, typed }: WorkerFormProps) {
  // Everybody reads of a cell the name only: of two who have it, nobody knows here which one it is.
  const [named, other] = workers.filter(({ name }) => name === worker)
  const now = other === undefined ? named?.id : undefined
  return (
    <form className="row" action={here} method="post">
      <input type="hidden" name="cellId" value={id} />
      <Select name="workerId" width={8} aria-label={say('cell.worker')} defaultValue={typed?.workerId ?? now} required options={[{ value: '', label: say('choose') }, ...workers.map((one) => ({ value: one.id, label: one.name }))]} />
      <TextInput name="phone" width={16} type="tel" id={`phone-${id}`} aria-label={say('cell.phone')} defaultValue={typed?.phone ?? workerPhone} required />
      <Button kind="second">{say('cells.save')}</Button>
    </form>
  )
}
