import { Banner } from '#ui/banner.tsx'
import { CodeProof } from '#ui/code-proof.tsx'
import { Door } from '#ui/door.tsx'
import { FactsList, Strip } from '#ui/facts.tsx'
import { Bars, Figures } from '#ui/figure.tsx'
import { FlowChart } from '#ui/flow-chart.tsx'
import { IndexList, Rows } from '#ui/index-list.tsx'
import { MaskedValue } from '#ui/masked-value.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Pagination, Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { flowEdges, flowNodes, type SampleUnit, sampleMatrix, sampleUnits } from './samples.ts'
import { say } from './text.ts'

const columns: readonly Column<SampleUnit>[] = [
  { key: 'name', title: say('tables.unit'), names: true, sort: { href: '/gallery?sort=name' }, cell: (unit) => unit.name },
  { key: 'parts', title: say('tables.parts'), numeric: true, cell: (unit) => unit.parts },
  { key: 'share', title: say('tables.share'), numeric: true, sort: { href: '/gallery?sort=-share', now: 'ascending' }, cell: (unit) => unit.share },
]

export function ListSamples() {
  return (
    <>
      <Banner label={say('banner.label')} title={say('banner.title')} kind="near" link={{ href: '/gallery', text: say('banner.link') }}>
        {say('banner.text')}
      </Banner>
      <Banner label={say('banner.paper.label')} title={say('banner.paper.title')} onPaper>
        {say('banner.paper.text')}
      </Banner>
      <Section id="ways" title={say('ways')} beside={<Tabs label={say('ways.views')} inline items={[{ href: '/gallery?by=event', text: say('ways.by-event'), current: true }, { href: '/gallery?by=unit', text: say('ways.by-unit') }]} />}>
        <div className="cols cols-2">
          <IndexList items={[{ href: '/gallery?e=1', icon: 'shop', title: say('ways.shop'), line: say('ways.shop.line') }, { href: '/gallery?e=2', icon: 'home', title: say('ways.home'), line: say('ways.home.line') }]} />
          <Door id="sample-door" title={say('ways.door')} lead={{ href: '/gallery?mine', text: say('ways.door.lead') }}>
            <p className="hint">{say('ways.door.hint')}</p>
          </Door>
        </div>
        <div className="mt">
          <Rows columns={3} items={[{ href: '/gallery?r=1', title: say('ways.row'), lines: [say('ways.row.items'), say('ways.row.promise')] }, { title: say('ways.still'), lines: [say('ways.still.reason'), say('ways.still.use')] }]} />
        </div>
      </Section>
      <Section id="tables" title={say('tables')}>
        <Tabs label={say('tables.scope')} items={[{ href: '/gallery?scope=mine', text: say('tables.scope.mine'), count: 23, current: true }, { href: '/gallery?scope=others', text: say('tables.scope.others'), count: 5 }]} />
        <div className="mt">
          <Table caption={say('tables.caption')} columns={columns} rows={sampleUnits} rowKey={(unit) => unit.name} empty={say('tables.none')} />
        </div>
        <Pagination summary={say('tables.pages')} previousHref="/gallery?page=1" nextHref="/gallery?page=3" />
        <div className="mt">
          <Table caption={say('tables.empty.caption')} columns={columns.slice(0, 1)} rows={[]} rowKey={(unit) => unit.name} empty={say('tables.empty')} />
        </div>
      </Section>
      <Section id="figures" title={say('figures')}>
        <Strip items={[{ term: say('figures.accepted'), value: say('figures.accepted.count') }, { term: say('figures.kept'), value: '295/299', note: say('figures.kept.open-day') }]} />
        <Figures
          figures={[
            { label: say('figures.kept'), value: '99.1%', parts: { href: '/gallery?f=1', text: '5,412 / 5,459' }, note: say('figures.kept.open-month') },
            { label: say('figures.once'), value: '97.5%', parts: { href: '/gallery?f=2', text: '5,301 / 5,438' } },
          ]}
        />
        <div className="mt">
          <Bars
            bars={[
              { label: say('figures.bar.promised'), percent: 50, words: say('figures.bar.promised.days') },
              { label: say('figures.bar.legal'), percent: 100, kind: 'line', words: say('figures.bar.legal.days') },
              { label: say('figures.bar.assessed'), percent: 60, kind: 'stop', words: say('figures.bar.assessed.days') },
              { label: say('figures.bar.published'), percent: 8, kind: 'text', words: say('figures.bar.published.days') },
            ]}
          />
        </div>
      </Section>
      <Section id="flow" title={say('flow')}>
        <FlowChart id="sample-flow" label={say('flow.label')} nodes={flowNodes} edges={flowEdges} />
      </Section>
      <Section id="proof" title={say('proof')}>
        <FactsList
          facts={[
            { term: say('proof.phone'), value: <MaskedValue masked="138****0000" show={{ action: '/gallery', name: 'field', value: 'phone', text: say('proof.phone.show'), label: say('proof.phone.show.label') }} /> },
            { term: say('proof.identity'), value: <MaskedValue masked="440114********001X" /> },
            { term: say('proof.project'), value: '2603-440114-04-01-582137', code: true },
          ]}
        />
        <div className="row mt">
          <QrCode matrix={sampleMatrix} label={say('proof.code.label')} />
          <CodeProof label={say('proof.digest')} code="9f3c5b1e70d2a4b8c1f06e5d92ab7310" note={say('proof.digest.note')} />
        </div>
      </Section>
    </>
  )
}
