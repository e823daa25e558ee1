import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { fileOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import gridStyles from '../grid.css?url'
import { namesFor, townsFor } from '../places.ts'
import { categoryName, categoryOptions, cellWords, say, wordOf } from '../text.ts'
import { CsvLinks } from './csv-links.tsx'
import { ImportForm, ImportResult } from './component-import.tsx'
import { GridTabs } from './grid-tabs.tsx'

const formats = ['csv', 'json'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const roles = staff.roles.map(({ role }) => role)
  const { searchParams } = new URL(request.url)
  const towns = await townsFor(context)
  const own = searchParams.has('town') ? undefined : towns.find(({ unitId }) => unitId === staff.unitId)
  const town = towns.find(({ code }) => code === searchParams.get('town')) ?? own ?? null
  const category = categoryOptions().find(({ value }) => value.startsWith('P') && value === searchParams.get('category'))?.value ?? null
  const cursor = searchParams.get('cursor')
  const page = await call(context, 'grid.list-components', { limit: 50, ...(town !== null && { townCode: town.code }), ...(category !== null && { category }), ...(cursor !== null && { cursor }) })
  return { ...page, roles, towns, town: town?.code ?? '', category: category ?? '', names: await namesFor(context, page.items.map(({ cellId }) => cellId)) }
}

/** Reads a file. The answer is the page itself: what was refused is looked at, mended and sent again. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const file = fileOf(await request.formData(), 'file')
  const format = formats.find((known) => file?.name.toLowerCase().endsWith(`.${known}`))
  if (file === undefined || format === undefined) return data({ problem: say(file === undefined ? 'components.file.missing' : 'components.file.unknown'), result: null }, { status: 400 })
  const answer = await attempt(context, 'grid.import-components', { bytes: await file.bytes(), format })
  if (!answer.ok) return data({ problem: answer.refusal.title, result: null }, { status: statusOf(answer.refusal.kind) })
  return data({ problem: null, result: answer.value })
}

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta() {
  return [{ title: say('components') }]
}

/** The inventory: by street and class for everybody of the grid; the administrator imports files of it. */
export default function ComponentsPage() {
  const { items, nextCursor, roles, towns, town, category, names } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const here = `/grid-office/components?town=${town}&category=${category}`
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('components')}</h1>
        <p>{say('components.lead')}</p>
      </div>
      <GridTabs roles={roles} current="/grid-office/components" />
      {sent?.result ? <ImportResult result={sent.result} /> : null}
      <form className="grid-filter" action="/grid-office/components" method="get">
        <Field id="town" label={say('components.town')}>
          {(ids) => <Select {...ids} name="town" width={16} defaultValue={town} options={[{ value: '', label: say('components.every') }, ...towns.map(({ code, name }) => ({ value: code, label: name }))]} />}
        </Field>
        <Field id="category" label={say('components.category')}>
          {(ids) => <Select {...ids} name="category" width={24} defaultValue={category} options={[{ value: '', label: say('components.every') }, ...categoryOptions().filter(({ value }) => value.startsWith('P'))]} />}
        </Field>
        <Actions>
          <Button kind="second">{say('components.show')}</Button>
        </Actions>
      </form>
      <Table
        caption={say('components')}
        captionHidden
        rows={items}
        rowKey={({ code }) => code}
        empty={say('components.none')}
        columns={[
          { key: 'code', title: wordOf('componentFields', 'code'), names: true, cell: ({ code }) => <a className="num" href={`/grid-office/components/${code}`}>{code}</a> },
          { key: 'category', title: say('column.category'), cell: (row) => categoryName(row.category) },
          { key: 'cell', title: say('cell'), cell: ({ cellId }) => cellWords(cellId, names.communities[cellId.slice(0, 12)]) },
          { key: 'unit', title: say('components.keeper'), cell: ({ unitId }) => names.units[unitId] ?? '' },
          { key: 'state', title: say('column.state'), cell: ({ state }) => wordOf('componentStates', state) },
          { key: 'events', title: say('components.events'), numeric: true, cell: ({ openEvents }) => openEvents },
        ]}
      />
      <ListPages summary={say('components.page', { count: items.length })} base={here} nextCursor={nextCursor} />
      {items.length === 0 ? null : <CsvLinks href={`/api/v1/grid/component-exports?${[...(town === '' ? [] : [`townCode=${town}`]), ...(category === '' ? [] : [`category=${category}`])].join('&')}`} />}
      {roles.includes('administrator') ? <ImportForm problem={sent?.problem ?? undefined} /> : null}
    </div>
  )
}
