import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  return { shown: await call(context, 'supervision.get-bulletin', { number: params['number'] ?? '' }), units: await unitNamesFor(context) }
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('bulletin', { number: params.number ?? '' }) }]
}

/** One bulletin: the figures as they stood when it was written, and the document. */
export default function BulletinPage() {
  const { shown, units } = useLoaderData<typeof loader>()
  const { figures } = shown
  const counted = [
    { term: say('column.findings'), value: figures.findings },
    { term: wordOf('grades', 'minor'), value: figures.minor },
    { term: wordOf('grades', 'obvious'), value: figures.obvious },
    { term: wordOf('grades', 'serious'), value: figures.serious },
    { term: say('figure.staff'), value: figures.staff },
    { term: say('patrols'), value: say('figure.patrols', { made: figures.made, planned: figures.planned }) },
    { term: say('column.talks'), value: figures.talks },
    { term: say('column.letters'), value: figures.letters },
    { term: wordOf('measures', 'yellowCard'), value: figures.yellowCards },
    { term: wordOf('measures', 'redCard'), value: figures.redCards },
  ]
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('bulletin.of', { from: longDayWords(shown.from), to: longDayWords(shown.to), kind: wordOf('bulletinPeriods', shown.period) })}</h1>
        <p className="meta">
          <a href="/supervision/bulletins">{say('back')}</a>
        </p>
      </div>
      <div className="stack">
        <p className="meta">{say('bulletin.issued', { number: shown.documentNumber, when: instantWords(shown.issuedAt) })}</p>
        <Actions>
          <ButtonLink kind="second" href={`/supervision/bulletins/${shown.number}/document`}>
            {say('document.open')}
          </ButtonLink>
          <ButtonLink kind="plain" href={`/api/v1/bulletins/${shown.number}/document`}>
            {say('document.pdf')}
          </ButtonLink>
        </Actions>
        <FactsList as="row" facts={counted} />
      </div>
      <Section id="sources" title={say('bulletin.sources')}>
        <Table
          caption={say('bulletin.sources')}
          captionHidden
          rows={figures.bySource}
          rowKey={(row) => row.source}
          empty={say('findings.none')}
          columns={[
            { key: 'source', title: say('field.source'), names: true, cell: (row) => wordOf('sources', row.source) },
            { key: 'findings', title: say('column.findings'), numeric: true, cell: (row) => row.findings },
          ]}
        />
      </Section>
      <Section id="units" title={say('bulletin.units')}>
        <Table
          caption={say('bulletin.units')}
          captionHidden
          rows={figures.units}
          rowKey={(row) => row.unitId}
          empty={say('findings.none')}
          columns={[
            { key: 'unit', title: say('column.unit'), names: true, cell: (row) => units[row.unitId] ?? '' },
            { key: 'findings', title: say('column.findings'), numeric: true, cell: (row) => row.findings },
            { key: 'points', title: say('column.points'), numeric: true, cell: (row) => row.points },
            { key: 'yellow', title: wordOf('measures', 'yellowCard'), numeric: true, cell: (row) => row.yellowCards },
            { key: 'red', title: wordOf('measures', 'redCard'), numeric: true, cell: (row) => row.redCards },
          ]}
        />
      </Section>
      <Section id="criticised" title={say('bulletin.criticised')}>
        <Table
          caption={say('bulletin.criticised')}
          captionHidden
          rows={figures.criticised}
          rowKey={(row) => row.unitId}
          empty={say('bulletin.criticised.none')}
          columns={[
            { key: 'unit', title: say('column.unit'), names: true, cell: (row) => units[row.unitId] ?? '' },
            { key: 'orders', title: say('column.orders'), numeric: true, cell: (row) => row.orders },
          ]}
        />
      </Section>
    </div>
  )
}
