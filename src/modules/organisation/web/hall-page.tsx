import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { say, wordOf } from './text.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const hallId = params['hallId'] ?? ''
  const [hall, windows] = await Promise.all([call(context, 'organisation.get-hall', { hallId }), call(context, 'organisation.list-windows', { hallId, limit: 100 })])
  return { hall, windows: windows.items }
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.hall.name ?? say('halls.title') }]
}

export default function HallPage() {
  const { hall, windows } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="halls" />
      <h2 className="mt">{hall.name}</h2>
      <p className="meta">{hall.address}</p>
      <Table
        caption={say('windows.title', { hall: hall.name })}
        captionHidden
        rows={windows}
        rowKey={(window) => window.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('windows.name'), names: true, cell: (window) => window.name },
          { key: 'kind', title: say('units.kind'), cell: (window) => wordOf('windowKinds', window.kind) },
          { key: 'low', title: say('windows.low'), cell: (window) => (window.lowCounter ? say('yes') : say('no')) },
        ]}
      />
    </div>
  )
}
