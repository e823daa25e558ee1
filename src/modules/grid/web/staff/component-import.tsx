import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput } from '#ui/inputs.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { say, wordOf } from '../text.ts'

/** A file of the inventory to be read. */
export function ImportForm({ problem }: { readonly problem: string | undefined }) {
  return (
    <Section id="import" title={say('components.import')}>
      {problem === undefined ? null : <ErrorSummary title={say('components.import.refused')} problems={[{ id: 'file', text: problem }]} />}
      <p>{say('components.import.lead')}</p>
      <form action="/grid-office/components" method="post" encType="multipart/form-data">
        <Field id="file" label={say('components.file')} hint={say('components.file.hint')} error={problem}>
          {(ids) => <FileInput {...ids} name="file" accept=".csv,.json,text/csv,application/json" required />}
        </Field>
        <Actions>
          <Button>{say('components.import.do')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** What an import came to: how many lines were taken, and line by line what was wrong with the others. */
export function ImportResult({ result }: { readonly result: OutputOf<'grid.import-components'> }) {
  const { added, changed, unchanged, rejected, faults } = result
  return (
    <Section id="result" title={say('components.result')}>
      <Note kind={rejected === 0 ? 'accent' : 'near'}>{say('components.result.words', { added, changed, unchanged, rejected })}</Note>
      {faults.length === 0 ? null : (
        <Table
          caption={say('components.faults')}
          rows={faults}
          rowKey={({ row, field, reason }) => `${row} ${field} ${reason}`}
          empty=""
          columns={[
            { key: 'row', title: say('components.faults.row'), names: true, cell: ({ row }) => row },
            { key: 'code', title: wordOf('componentFields', 'code'), cell: ({ code }) => <span className="num">{code}</span> },
            { key: 'field', title: say('components.faults.field'), cell: ({ field }) => wordOf('componentFields', field) },
            { key: 'reason', title: say('components.faults.reason'), cell: ({ reason }) => wordOf('componentFaults', reason) },
          ]}
        />
      )}
      {rejected > 0 && faults.length >= 200 ? <p className="meta">{say('components.faults.more', { count: faults.length })}</p> : null}
    </Section>
  )
}
