import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  return call(context, 'kernel.list-document-kinds', {})
}

export function meta() {
  return [{ title: say('templates.title') }]
}

/** Every kind of legal document with the article on which it rests, and a specimen of each. */
export default function TemplatesPage() {
  const { items } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="templates" />
      <p className="mt">{say('templates.lead')}</p>
      <Table
        caption={say('templates.title')}
        captionHidden
        rows={items}
        rowKey={({ kind }) => kind}
        empty={say('none')}
        columns={[
          { key: 'title', title: say('templates.name'), names: true, cell: ({ kind, title, layout }) => (layout === 'letter' ? <a href={`/administration/templates/${kind}`}>{title}</a> : title) },
          { key: 'basis', title: say('templates.basis'), cell: ({ basis }) => basis },
          { key: 'version', title: say('templates.version'), cell: ({ version }) => say('templates.version.value', { version }) },
          {
            key: 'specimen',
            title: say('templates.specimen'),
            cell: ({ kind, title }) => (
              <a href={`/api/v1/document-kinds/${kind}/specimen`} aria-label={say('templates.specimen.of', { title })}>
                {say('templates.specimen.open')}
              </a>
            ),
          },
        ]}
      />
    </div>
  )
}
