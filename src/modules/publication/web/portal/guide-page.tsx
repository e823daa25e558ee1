import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { optionsOf, say, wordOf } from '../portal-text.ts'

type Unit = OutputOf<'organisation.list-units'>['items'][number]

export async function loader({ context }: LoaderFunctionArgs) {
  const [departments, utilities, counts] = await Promise.all([
    call(context, 'organisation.list-units', { kind: 'department', limit: 100 }),
    call(context, 'organisation.list-units', { kind: 'publicUtility', limit: 100 }),
    call(context, 'publication.count-records', {}),
  ])
  return { units: [...departments.items, ...utilities.items], counts, settings: context.get(requestContext).settings }
}

export function meta() {
  return [{ title: say('guide') }]
}

export const handle: PageHandle = { crumbs: () => [{ href: '/publications', text: say('open') }] }

const columns = (): readonly Column<Unit>[] => [
  { key: 'name', title: say('column.unit'), names: true, cell: (unit) => <a href={`/publications?unitId=${unit.id}`}>{unit.name}</a> },
  { key: 'consult', title: say('guide.consult'), cell: (unit) => <span className="num">{unit.phones.consult}</span> },
  { key: 'complaint', title: say('guide.complaint'), cell: (unit) => <span className="num">{unit.phones.complaint}</span> },
]

/** 政府信息公开指南 (政府信息公开条例 art. 12): what there is, how it is ordered, how to get it, and who answers for it. */
export default function GuidePage() {
  const { units, counts, settings } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('guide')}</h1>
        <p>{say('guide.lead', { office: settings.officeName })}</p>
      </div>
      <Section id="classes" title={say('guide.classes')}>
        <FactsList as="row" facts={counts.classes.map((one) => ({ term: wordOf('classes', one.class), value: say('records.count', { count: one.records }) }))} />
        <p>{say('guide.classes.text')}</p>
      </Section>
      <Section id="themes" title={say('guide.themes')}>
        <ol>
          {optionsOf('themes').map(({ value, label }) => (
            <li key={value}>
              <a href={`/publications?theme=${value}`}>{label}</a>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="order" title={say('guide.order')}>
        <p>{say('guide.order.text')}</p>
      </Section>
      <Section id="ways" title={say('guide.ways')}>
        <p>{say('guide.ways.text', { channels: optionsOf('channels').map(({ label }) => label).join(say('comma')) })}</p>
        <p>{say('guide.limit')}</p>
      </Section>
      <Section id="units" title={say('guide.units')}>
        <Table caption={say('guide.units')} captionHidden columns={columns()} rows={units} rowKey={(unit) => unit.id} empty={say('catalogue.none')} />
        <p className="meta">{say('guide.supervision', { service: settings.servicePhone, supervision: settings.supervisionPhone })}</p>
      </Section>
    </div>
  )
}
