import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { AdministrationTabs } from './administration-tabs.tsx'
import { RecordChanges } from './record-changes.tsx'
import { say as sayRecord } from './record-text.ts'
import { say, wordOf } from './text.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const hallId = params['hallId'] ?? ''
  const [hall, windows] = await Promise.all([call(context, 'organisation.get-hall', { hallId }), call(context, 'organisation.list-windows', { hallId, limit: 100 })])
  const { items: changes } = await call(context, 'organisation.list-changes', { kind: 'hall', recordId: hallId, limit: 50 })
  return { hall, windows: windows.items, changes }
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.hall.name ?? say('halls.title') }]
}

/** A hall with its open windows, what was changed of it, and the ways to change and close it. */
export default function HallPage() {
  const { hall, windows, changes } = useLoaderData<typeof loader>()
  return (
    <div className="wrap stack">
      <AdministrationTabs current="halls" />
      <h2 className="mt">{hall.name}</h2>
      <p className="meta">{hall.address}</p>
      {hall.closed ? (
        <Note kind="stop">{sayRecord('hall.closed')}</Note>
      ) : (
        <WhoActs>
          <Actions>
            <ButtonLink kind="second" href={`/administration/halls/${hall.id}/change`}>
              {sayRecord('hall.change')}
            </ButtonLink>
            <ButtonLink kind="second" href={`/administration/halls/${hall.id}/windows/new`}>
              {sayRecord('new.window')}
            </ButtonLink>
            <ButtonLink kind="plain" href={`/administration/close/hall/${hall.id}`}>
              {sayRecord('hall.close')}
            </ButtonLink>
          </Actions>
        </WhoActs>
      )}
      <Table
        caption={say('windows.title', { hall: hall.name })}
        captionHidden
        rows={windows}
        rowKey={(window) => window.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('windows.name'), names: true, cell: (window) => <a href={`/administration/windows/${window.id}`}>{window.name}</a> },
          { key: 'kind', title: say('units.kind'), cell: (window) => wordOf('windowKinds', window.kind) },
          { key: 'low', title: say('windows.low'), cell: (window) => (window.lowCounter ? say('yes') : say('no')) },
        ]}
      />
      <Pane id="changes" title={sayRecord('changes')}>
        <RecordChanges changes={changes} named={false} />
      </Pane>
    </div>
  )
}
