import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { dueInstantWords } from '#web/day-words.ts'
import { eventForm, type FormField } from '../staff/event-forms.ts'
import { categoryName, cellWords, say, wordOf } from '../text.ts'

/** A step that a grid worker may give on the way. */
export type FieldStep = 'accept' | 'feed-back' | 'verify'

/** An event in which the next step is his: what it is, where and until when, and nothing of anybody. */
export interface FieldTask {
  readonly number: string
  readonly steps: readonly FieldStep[]
  readonly category: string
  readonly cellId: string
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly key: string
}

interface FieldTasksProps {
  readonly tasks: readonly FieldTask[]
  readonly communities: Readonly<Record<string, string>>
}

/** Forms of the page of each event. With scripts they wait in the outbox; a step that follows on another shows itself then. */
export function FieldTasks({ tasks, communities }: FieldTasksProps) {
  return (
    <Section id="tasks" title={say('tasks')}>
      {tasks.length === 0 ? <p>{say('tasks.none')}</p> : null}
      {tasks.map((task) => (
        <details key={task.number}>
          <summary>{say('task', { step: wordOf('commands', task.steps.at(-1) ?? ''), category: categoryName(task.category), cell: cellWords(task.cellId, communities[task.cellId.slice(0, 12)]) })}</summary>
          <p className="meta">
            <a href={`/grid-office/events/${task.number}`}>{task.number}</a>
            {task.dueAt === null ? '' : `　${dueInstantWords(task.dueAt, task.provisional)}`}
          </p>
          {task.steps.map((step, place) => (
            <StepForm key={step} task={task} step={step} follows={task.steps[place - 1]} />
          ))}
        </details>
      ))}
    </Section>
  )
}

function StepForm({ task: { number, category, dueAt, key }, step, follows }: { readonly task: FieldTask; readonly step: FieldStep; readonly follows: FieldStep | undefined }) {
  const idOf = (one: FieldStep): string => `${number} ${one} ${dueAt ?? ''}`
  const data = { 'data-task': idOf(step), 'data-number': number, 'data-step': step, 'data-title': say('task.given', { step: wordOf('commands', step), category: categoryName(category), number }), ...(follows !== undefined && { 'data-after': idOf(follows) }) }
  return (
    <form className="grid-step" action={`/grid-office/events/${number}`} method="post" encType="multipart/form-data" hidden={follows !== undefined} {...data}>
      <input type="hidden" name="command" value={step} />
      <input type="hidden" name="key" value={`${step}-${key}`} />
      {eventForm(step).fields.map((field) => (
        <StepField key={field.name} id={`${number}-${field.name}`} name={`${step}-${field.name}`} field={field} />
      ))}
      <Actions>
        <Button kind="second">{wordOf('commands', step)}</Button>
      </Actions>
    </form>
  )
}

function StepField({ id, name, field: { label, hint, as, options, optional } }: { readonly id: string; readonly name: string; readonly field: FormField }) {
  return (
    <Field id={id} label={label} hint={hint} optional={optional}>
      {(ids) => {
        if (as === 'photo') return <FileInput {...ids} name={name} accept="image/jpeg,image/png,image/webp" capture="environment" required={!optional} />
        if (as === 'place') return <TextInput {...ids} name={name} inputMode="decimal" pattern="-?[0-9.]+[,，\s]+-?[0-9.]+" data-place="" required />
        if (as === 'radios') return <Select {...ids} name={name} required options={[{ value: '', label: say('choose') }, ...(options ?? [])]} />
        return <TextArea {...ids} name={name} rows={3} maxLength={1000} required />
      }}
    </Field>
  )
}
