import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { ListPages } from '#web/list-pages.tsx'
import { unitNamesFor } from '#web/unit-names.ts'
import { dueWords, say, wordOf } from '../portal-text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const known = context.get(requestContext).caller.kind === 'person'
  if (!known) return { own: null, units: {} }
  const cursor = new URL(request.url).searchParams.get('cursor')
  return { own: await call(context, 'disclosure.list-own', cursor === null ? {} : { cursor }), units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('guide') }]
}

/** 依申请公开: how to ask for what is not published, and what one has asked for. */
export default function GuidePage() {
  const { own, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('guide')}</h1>
        <p>{say('guide.lead')}</p>
        <p>
          <ButtonLink href="/disclosure/apply">{say('guide.apply')}</ButtonLink> <a href="/publications">{say('guide.published')}</a>
        </p>
      </div>
      <Section id="own" title={say('guide.own')}>
        {own === null ? (
          <p>
            <a href="/sign-in?back=/disclosure">{say('guide.own.sign-in')}</a>
          </p>
        ) : (
          <Table
            caption={say('guide.own')}
            captionHidden
            rows={own.items}
            rowKey={(row) => row.number}
            empty={say('guide.own.none')}
            columns={[
              { key: 'title', title: say('column.title'), names: true, cell: (row) => <a href={`/disclosure/${row.number}`}>{row.title ?? say('untitled')}</a> },
              { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
              { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
              { key: 'clock', title: say('column.clock'), cell: (row) => (row.dueAt === null ? '' : dueWords(row)) },
            ]}
          />
        )}
        {own === null ? null : <ListPages summary={say('office.page', { count: own.items.length })} base="/disclosure" nextCursor={own.nextCursor} />}
      </Section>
      <Section id="how" title={say('guide.how')}>
        <ol>
          <li>{say('guide.how.1')}</li>
          <li>{say('guide.how.2')}</li>
          <li>{say('guide.how.3')}</li>
        </ol>
      </Section>
      <Section id="when" title={say('guide.when')}>
        <p>{say('guide.when.1')}</p>
        <p>{say('guide.when.2')}</p>
      </Section>
      <Section id="cost" title={say('guide.cost')}>
        <p>{say('guide.cost.1')}</p>
      </Section>
    </div>
  )
}
