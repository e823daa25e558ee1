import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { say } from './text.ts'

export type Edition = OutputOf<'catalogue.list-editions'>['items'][number]

/** The tables of all editions by name, each once. */
function tablesOf(editions: readonly Edition[]) {
  const titles = new Map(editions.flatMap(({ tables }) => tables.map((table) => [table.name, table.title] as const)))
  return [...titles].map(([value, label]) => ({ value, label }))
}

/** A file to check, or to check and save as drafts. */
export function ImportForm({ editions, problem }: { readonly editions: readonly Edition[]; readonly problem: string | undefined }) {
  return (
    <Section id="import" title={say('exchange.import')}>
      <form method="post" action="/catalogue-office/exchange" encType="multipart/form-data">
        <Field id="file" label={say('exchange.file')} hint={say('exchange.file.hint')} error={problem}>
          {(ids) => <FileInput {...ids} name="file" accept=".xlsx,.csv,.json" required />}
        </Field>
        <Field id="table" label={say('exchange.table')} hint={say('exchange.table.hint')}>
          {(ids) => <Select {...ids} name="table" options={tablesOf(editions)} width={24} />}
        </Field>
        <Actions>
          <Button name="intent" value="check" kind="second">
            {say('exchange.check')}
          </Button>
          <Button name="intent" value="save">
            {say('exchange.save')}
          </Button>
        </Actions>
      </form>
    </Section>
  )
}

interface ExportFormProps {
  readonly editions: readonly Edition[]
  readonly departments: readonly { readonly key: string; readonly name: string }[]
}

/** The items in force as a file: the form asks the API for it. */
export function ExportForm({ editions, departments }: ExportFormProps) {
  return (
    <Section id="export" title={say('exchange.export')}>
      <form method="get" action="/catalogue-office/export">
        <Field id="format" label={say('exchange.format')}>
          {(ids) => <Select {...ids} name="format" options={Object.entries(texts.formats).map(([value, label]) => ({ value, label }))} width={24} />}
        </Field>
        <Field id="export-department" label={say('exchange.department')}>
          {(ids) => <Select {...ids} name="department" options={[{ value: '', label: say('exchange.department.all') }, ...departments.map(({ key, name }) => ({ value: key, label: name }))]} width={24} />}
        </Field>
        <Field id="export-table" label={say('exchange.export.table')}>
          {(ids) => <Select {...ids} name="table" options={[{ value: '', label: say('exchange.export.table.all') }, ...tablesOf(editions)]} width={24} />}
        </Field>
        <Actions>
          <Button kind="second">{say('exchange.export.do')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
