import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { call } from '#web/call.ts'
import { categoryWords, say } from '../portal-text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const kind = new URL(request.url).searchParams.get('kind') === 'component' ? ('component' as const) : ('event' as const)
  const { items } = await call(context, 'grid.list-categories', { kind })
  return { kind, items }
}

export function meta() {
  return [{ title: say('categories') }]
}

/** 网格服务管理事项清单: what is looked after, from when on, and how long it may take. */
export default function CategoriesPage() {
  const { kind, items } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('categories')}</h1>
        <p>{say('categories.lead')}</p>
      </div>
      <Tabs label={say('categories')} items={(['event', 'component'] as const).map((one) => ({ href: `/grid/categories?kind=${one}`, text: say(`kind.${one}`), current: one === kind }))} />
      <Table
        caption={say('categories')}
        captionHidden
        rows={items}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          { key: 'name', title: say('column.category'), names: true, cell: ({ key, name }) => categoryWords(key)?.name ?? name },
          { key: 'group', title: say('column.group'), cell: ({ key, group }) => categoryWords(key)?.group ?? group },
          { key: 'condition', title: say('column.condition'), cell: ({ key, condition }) => categoryWords(key)?.condition ?? condition },
          { key: 'hours', title: say('column.hours'), numeric: true, cell: ({ hours }) => hours },
        ]}
      />
    </div>
  )
}
