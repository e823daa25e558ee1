import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/inputs.tsx'
import { FilterField } from '#ui/list-view.tsx'
import { Table } from '#ui/table.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { differencesOf } from './differences.ts'
import { findLookups, findOfficeItem, itemPath, stateWord } from './editor-found.ts'
import styles from './editor.css?url'
import { recordFields } from './sections.ts'
import { say } from './text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const newest = await findOfficeItem(context, params)
  const numbers = newest.versions.map((one) => one.version)
  const asked = (name: string) => numbers.find((number) => String(number) === searchParams.get(name))
  const afterNumber = asked('after') ?? numbers[0] ?? 1
  const beforeNumber = asked('before') ?? numbers.find((number) => number < afterNumber) ?? afterNumber
  const [before, after] = await Promise.all([findOfficeItem(context, params, beforeNumber), findOfficeItem(context, params, afterNumber)])
  if (before === undefined || after === undefined) throw data(null, { status: 404 })
  const lookups = await findLookups(context, after.item)
  return { name: after.item.name, code: after.item.implementCode, before: versionOf(before), after: versionOf(after), numbers, differences: differencesOf(recordFields, before.item, after.item, lookups) }
}

function versionOf({ item }: { readonly item: { readonly version: number; readonly state: Parameters<typeof stateWord>[0] } }) {
  return { version: item.version, state: stateWord(item.state) }
}

export function links() {
  return [{ rel: 'stylesheet', href: styles }]
}

export function meta() {
  return [{ title: say('item.changes') }]
}

/** Two versions field by field: what stood there, what stands there now. */
export default function ChangesPage() {
  const { name, code, before, after, numbers, differences } = useLoaderData<typeof loader>()
  const choices = numbers.map((number) => ({ value: String(number), label: say('item.versions.value', { version: number }) }))
  return (
    <div className="wrap editor">
      <div className="page-h">
        <p className="meta">
          <a href={itemPath(code)}>{say('section.back')}</a>
        </p>
        <h1>{say('change.title', { item: name })}</h1>
        <p>{say('change.lead', { before: before.version, beforeState: before.state, after: after.version, afterState: after.state })}</p>
      </div>
      <form className="filter" method="get" aria-label={say('change.choose')}>
        <FilterField id="before" label={say('change.choose.before')}>
          <Select id="before" name="before" defaultValue={String(before.version)} options={choices} />
        </FilterField>
        <FilterField id="after" label={say('change.choose.after')}>
          <Select id="after" name="after" defaultValue={String(after.version)} options={choices} />
        </FilterField>
        <Button kind="plain">{say('change.choose.do')}</Button>
      </form>
      <Table
        caption={say('change.count', { count: differences.length })}
        rows={differences.map((difference, place) => ({ ...difference, place }))}
        rowKey={(row) => String(row.place)}
        empty={say('change.none')}
        columns={[
          { key: 'where', title: say('change.where'), names: true, cell: (row) => row.where },
          { key: 'before', title: say('change.before'), cell: (row) => <span className="was">{row.kind === 'added' ? '—' : row.before}</span> },
          { key: 'after', title: say('change.after'), cell: (row) => (row.kind === 'removed' ? say('change.removed') : row.after) },
        ]}
      />
    </div>
  )
}
