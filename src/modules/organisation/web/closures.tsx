import type { InputOf, OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, TextInput } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { problemsOf, type RefusalShown } from '#web/refusals.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { say } from './calendar-text.ts'

type Closure = OutputOf<'kernel.get-year'>['closures'][number]
export type ClosureInput = InputOf<'kernel.add-closure'>

interface Shared {
  readonly year: number
  readonly formKey: string
  readonly problems: readonly FieldProblem[]
}

/** The closures of a year; each can be ended earlier, which is also how one is withdrawn. */
export function Closures({ year, closures, formKey, problems }: Shared & { readonly closures: readonly Closure[] }) {
  return (
    <Table
      caption={say('closures')}
      captionHidden
      rows={closures}
      rowKey={({ id }) => id}
      empty={say('closures.none')}
      columns={[
        { key: 'days', title: say('closure.days'), names: true, cell: ({ from, to }) => (from === to ? longDayWords(from) : say('closure.days.value', { from: longDayWords(from), to: longDayWords(to) })) },
        { key: 'name', title: say('closure.name'), cell: ({ name }) => name },
        { key: 'source', title: say('closure.source'), cell: ({ source }) => source },
        { key: 'place', title: say('closure.place'), cell: ({ place }) => say(place === null ? 'closure.place.all' : 'closure.place.some') },
        { key: 'end', title: say('closure.end'), cell: (closure) => <WhoActs><EndForm year={year} closure={closure} formKey={formKey} problems={problems} /></WhoActs> },
      ]}
    />
  )
}

function EndForm({ year, closure: { id, name, from }, formKey, problems }: Shared & { readonly closure: Closure }) {
  const fieldId = `end-${id}`
  return (
    <form action={`/administration/calendar/${year}`} method="post">
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="key" value={`${id}-${formKey}`} />
      <input type="hidden" name="id" value={id} />
      <Field id={fieldId} label={say('closure.end.lastDay', { name })} hint={say('closure.end.hint')} error={problems.find((problem) => problem.id === fieldId)?.text}>
        {(ids) => <DateInput {...ids} name="lastDay" defaultValue={from} required />}
      </Field>
      <Button kind="plain">{say('closure.end.do')}</Button>
    </form>
  )
}

/** A closure of the whole office by order. Those of one region or hall come through the API. */
export function ClosureForm({ year, formKey, filled, problems }: Shared & { readonly filled: ClosureInput | undefined }) {
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  return (
    <form action={`/administration/calendar/${year}`} method="post" aria-labelledby="add-closure">
      <h3 className="mt" id="add-closure">
        {say('closure.add')}
      </h3>
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="key" value={`add-${formKey}`} />
      <Field id="name" label={say('closure.name')} hint={say('closure.name.hint')} error={errorOf('name')}>
        {(ids) => <TextInput {...ids} name="name" width={24} maxLength={60} defaultValue={filled?.name} required />}
      </Field>
      <Field id="from" label={say('closure.from')} error={errorOf('from')}>
        {(ids) => <DateInput {...ids} name="from" defaultValue={filled?.from} required />}
      </Field>
      <Field id="to" label={say('closure.to')} error={errorOf('to')}>
        {(ids) => <DateInput {...ids} name="to" defaultValue={filled?.to} required />}
      </Field>
      <Field id="source" label={say('closure.source')} hint={say('closure.source.hint')} error={errorOf('source')}>
        {(ids) => <TextInput {...ids} name="source" maxLength={200} defaultValue={filled?.source} required />}
      </Field>
      <Actions>
        <Button>{say('closure.add.do')}</Button>
      </Actions>
    </form>
  )
}

/** What was filled in, as the operation takes it; the operation checks it. */
export function closureInput(form: FormData): ClosureInput {
  const text = (name: string): string => textOf(form, name) ?? ''
  return { name: text('name'), from: text('from'), to: text('to'), source: text('source') }
}

/** The lines of the error summary of a closure that was not recorded. */
export function closureProblems(refusal: RefusalShown): readonly FieldProblem[] {
  if (refusal.fields.length === 0) return [{ id: 'name', text: refusal.title }]
  return problemsOf(refusal).map(({ id, text }) => ({ id, text: id === 'from' || id === 'to' || id === 'name' || id === 'source' ? say(`problem.${id}`) : text }))
}
