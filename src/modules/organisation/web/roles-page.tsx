import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '#ui/fill.ts'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import strings from './locales/roles.zh-CN.json' with { type: 'json' }
import { say, wordOf } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  return call(context, 'organisation.list-roles', {})
}

export function meta() {
  return [{ title: say('roles.title') }]
}

/** Every role: what it permits, how far, who holds it today, and with which others nobody may hold it. */
export default function RolesPage() {
  const { items } = useLoaderData<typeof loader>()
  const excludedWords = (excludes: readonly string[]): string => {
    if (excludes.length === 0) return say('none')
    return excludes.length === items.length - 1 ? strings['excludes.all'] : excludes.map((role) => wordOf('roles', role)).join('、')
  }
  return (
    <div className="wrap">
      <AdministrationTabs current="roles" />
      <p className="mt">{strings.lead}</p>
      <Table
        caption={say('roles.title')}
        captionHidden
        rows={items}
        rowKey={({ key }) => key}
        empty={say('none')}
        columns={[
          {
            key: 'role',
            title: strings.role,
            names: true,
            cell: ({ key, readOnly }) => (
              <>
                {wordOf('roles', key)} {readOnly ? <Tag>{strings.readOnly}</Tag> : null}
              </>
            ),
          },
          { key: 'permits', title: strings.permits, cell: ({ key }) => strings.permitted[key] },
          { key: 'reach', title: strings.reach, cell: ({ reach }) => strings.reaches[reach] },
          { key: 'holders', title: strings.holders, cell: ({ key, holders }) => <Holders role={key} count={holders} /> },
          { key: 'excludes', title: strings.excludes, cell: ({ excludes }) => excludedWords(excludes) },
        ]}
      />
    </div>
  )
}

/** How many hold a role, and the way to their names. */
function Holders({ role, count }: { readonly role: string; readonly count: number }) {
  if (count === 0) return say('none')
  return (
    <a href={`/administration/staff?role=${role}`} aria-label={fill(strings['holders.of'], { role: wordOf('roles', role), count })}>
      {fill(strings['holders.value'], { count })}
    </a>
  )
}
