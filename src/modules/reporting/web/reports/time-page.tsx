import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { DateInput, Select, TextInput } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { staffFirst } from '#web/staff-first.ts'
import { timeLines } from '#web/time-shares.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { ReportTabs } from './report-tabs.tsx'
import { say } from './text.ts'

type Attribution = OutputOf<'kernel.get-attribution'>

interface Found {
  readonly attribution: Attribution
  /** Of what: a unit by its name, or an item by name and version. */
  readonly of: string
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const { today } = context.get(requestContext)
  const text = (name: string): string => searchParams.get(name)?.trim() ?? ''
  const asked = { unit: text('unit'), item: text('item'), from: text('from') || `${today.slice(0, 7)}-01`, to: text('to') || today }
  const units = await unitNamesFor(context)
  const shown = { asked, units, found: undefined as Found | undefined, problem: undefined as string | undefined }
  const scope = asked.item === '' ? unitScope(asked.unit, units) : await itemScope(asked.item)
  if (scope === undefined) return { ...shown, ...(asked.item !== '' && { problem: say('time.unknownItem') }) }
  const answer = await attempt(context, 'kernel.get-attribution', { from: asked.from, to: asked.to, ...scope.input })
  return answer.ok ? { ...shown, found: { attribution: answer.value, of: scope.of } } : { ...shown, problem: answer.refusal.title }

  async function itemScope(implementCode: string) {
    const item = await attempt(context, 'catalogue.get-item', { implementCode })
    return item.ok ? { input: { itemVersionId: item.value.id }, of: say('time.item', { name: item.value.item.name, version: item.value.item.version }) } : undefined
  }
}

function unitScope(unitId: string, units: Readonly<Record<string, string>>) {
  const of = units[unitId]
  return of === undefined ? undefined : { input: { unitId }, of }
}

export function meta() {
  return [{ title: say('time.title') }]
}

/** Whose time passed in the matters of a unit, or of an item over all units that handle it: every minute belongs to one party. */
export default function TimePage() {
  const { asked, units, found, problem } = useLoaderData<typeof loader>()
  return (
    <div className="wrap stack">
      <div className="page-h">
        <h1>{say('time.title')}</h1>
        <p>{say('time.lead')}</p>
      </div>
      <ReportTabs current="/reports/time" />
      <form className="filter" action="/reports/time" method="get">
        <div>
          <label htmlFor="unit">{say('time.unit')}</label>
          <Select id="unit" name="unit" width={24} defaultValue={asked.unit} options={[{ value: '', label: say('time.unit.none') }, ...Object.entries(units).map(([value, label]) => ({ value, label }))]} />
        </div>
        <div>
          <label htmlFor="item">{say('time.itemCode')}</label>
          <TextInput id="item" name="item" width={24} maxLength={40} defaultValue={asked.item} />
        </div>
        <div>
          <label htmlFor="from">{say('time.from')}</label>
          <DateInput id="from" name="from" defaultValue={asked.from} required />
        </div>
        <div>
          <label htmlFor="to">{say('time.to')}</label>
          <DateInput id="to" name="to" defaultValue={asked.to} required />
        </div>
        <Button kind="plain">{say('time.show')}</Button>
      </form>
      {problem === undefined ? null : <Note kind="near">{problem}</Note>}
      {found === undefined ? <p>{say('time.choose')}</p> : <Account found={found} units={units} />}
    </div>
  )
}

function Account({ found: { attribution, of }, units }: { readonly found: Found; readonly units: Readonly<Record<string, string>> }) {
  const { matters, shares, provisional } = attribution
  return (
    <>
      <Table
        caption={say('time.caption', { of, matters })}
        rows={timeLines(shares, units)}
        rowKey={({ who, time }) => `${who} ${time}`}
        empty={say('time.empty')}
        columns={[
          { key: 'who', title: say('time.who'), names: true, cell: ({ who }) => who },
          { key: 'time', title: say('time.time'), cell: ({ time }) => time },
          { key: 'percent', title: say('time.percent'), cell: ({ percent }) => (percent === undefined ? say('time.nobody') : `${percent}%`) },
        ]}
      />
      {provisional ? <p className="meta">{say('time.provisional')}</p> : null}
    </>
  )
}
