import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { Edition } from './exchange-forms.tsx'
import { type EditorTextKey, say } from './text.ts'

export type Report = OutputOf<'catalogue.import-exchange'> & { readonly saved: boolean }

/** What came of a file: how many items, and every error with its row, field, rule and edition. */
export function ImportReport({ report, editions }: { readonly report: Report; readonly editions: readonly Edition[] }) {
  const edition = editions.find(({ key }) => key === report.edition)
  const tableOf = (name: string) => edition?.tables.find((table) => table.name === name)
  const items = (count: number) => say('exchange.items', { count })
  return (
    <Section id="report" title={say(report.saved ? 'exchange.report.saved' : 'exchange.report')} meta={say('exchange.edition', { edition: edition?.title ?? report.edition })}>
      <FactsList
        as="row"
        facts={[
          { term: say('exchange.accepted'), value: items(report.accepted) },
          { term: say('exchange.unchanged'), value: items(report.unchanged) },
          { term: say('exchange.rejected'), value: items(report.rejected) },
          { term: say('exchange.errors'), value: say('exchange.errors.count', { count: report.errorCount }) },
        ]}
      />
      {report.errorCount > report.errors.length ? <p className="mt">{say('exchange.errors.shown', { count: report.errors.length })}</p> : null}
      <div className="mt">
        <Table
          caption={say('exchange.errors')}
          captionHidden
          rows={report.errors.map((error, place) => ({ ...error, place }))}
          rowKey={(error) => String(error.place)}
          empty={say('exchange.none')}
          columns={[
            { key: 'row', title: say('exchange.row'), names: true, cell: ({ row }) => (row === 0 ? say('exchange.row.table') : say('exchange.row.value', { row })) },
            { key: 'table', title: say('exchange.of-table'), cell: ({ table }) => tableOf(table)?.title ?? table },
            { key: 'field', title: say('exchange.field'), cell: ({ table, field }) => tableOf(table)?.fields.find((one) => one.name === field)?.label ?? field },
            { key: 'value', title: say('exchange.value'), cell: ({ value }) => (value === '' ? say('value.empty') : value) },
            { key: 'rule', title: say('exchange.rule'), cell: ({ rule }) => say(`rule.${rule}` as EditorTextKey) },
            { key: 'message', title: say('exchange.problem'), cell: ({ message }) => message },
          ]}
        />
      </div>
    </Section>
  )
}
