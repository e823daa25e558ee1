import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, TextArea, TextInput } from '#ui/inputs.tsx'
import { textOf } from '#web/form-fields.ts'
import type { RefusalShown } from '#web/refusals.ts'
import { longDayWords } from '#web/day-words.ts'
import { say } from './document-words-text.ts'

type WordedKind = OutputOf<'kernel.get-document-kind'>

export interface Typed {
  readonly texts: readonly string[]
  readonly validFrom: string
  readonly document: string
  readonly reason: string
}

/** What was typed, with the texts in their order; browsers send line ends that a legal document does not have. */
export function typedIn(form: FormData, { texts }: WordedKind): Typed {
  const text = (name: string): string => (textOf(form, name) ?? '').replaceAll(/\s*[\r\n]+\s*/g, '')
  return { texts: texts.map(({ latest }, place) => text(`text-${place}`) || latest), validFrom: text('validFrom'), document: text('document'), reason: text('reason') }
}

/** The lines of the error summary: each text at fault by its place. */
export function wordingProblems(refusal: RefusalShown): readonly FieldProblem[] {
  if (refusal.fields.length === 0) return [{ id: 'text-0', text: refusal.title }]
  return refusal.fields.map(({ pointer, code, title }) => {
    const [, part = '', place = ''] = pointer.split('/')
    if (part === 'texts') return { id: `text-${place}`, text: say('problem.text', { place: Number(place) + 1, title }) }
    if (part === 'validFrom' || part === 'document' || part === 'reason') return { id: part, text: code.startsWith('settings.') ? title : say(`problem.${part}`) }
    return { id: 'text-0', text: title }
  })
}

/** A text up to this length is typed in one line. */
const oneLine = 60

interface WordsFormProps {
  readonly kind: WordedKind
  readonly formKey: string
  readonly typed: Typed | undefined
  readonly problems: readonly FieldProblem[]
}

/** Every text of the document, the day from which they hold, and why. */
export function WordsForm({ kind, formKey, typed, problems }: WordsFormProps) {
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  return (
    <form action={`/administration/templates/${kind.kind}`} method="post" noValidate>
      <input type="hidden" name="key" value={formKey} />
      {kind.texts.map(({ shipped, latest }, place) => {
        const id = `text-${place}`
        return (
          <Field key={shipped} id={id} label={say('text', { place: place + 1 })} hint={shipped === (typed?.texts[place] ?? latest) ? undefined : say('text.hint', { shipped })} error={errorOf(id)}>
            {(ids) => {
              const control = { ...ids, name: id, maxLength: 2000, defaultValue: typed?.texts[place] ?? latest }
              return latest.length > oneLine ? <TextArea {...control} rows={4} /> : <TextInput {...control} />
            }}
          </Field>
        )
      })}
      <Actions>
        <Button kind="second" name="intent" value="preview">
          {say('preview')}
        </Button>
      </Actions>
      <div className="mt">
        <Field id="validFrom" label={say('validFrom')} hint={say('validFrom.hint')} error={errorOf('validFrom')}>
          {(ids) => <DateInput {...ids} name="validFrom" defaultValue={typed?.validFrom} />}
        </Field>
        <Field id="document" label={say('document')} hint={say('document.hint')} error={errorOf('document')}>
          {(ids) => <TextInput {...ids} name="document" maxLength={200} defaultValue={typed?.document} />}
        </Field>
        <Field id="reason" label={say('reason')} hint={say('reason.hint')} error={errorOf('reason')}>
          {(ids) => <TextArea {...ids} name="reason" rows={2} maxLength={500} defaultValue={typed?.reason} />}
        </Field>
      </div>
      <Actions>
        <Button name="intent" value="change">
          {say('save')}
        </Button>
      </Actions>
    </form>
  )
}

/** Takes back words before their day. */
export function WithdrawWords({ kind, validFrom, formKey }: { readonly kind: string; readonly validFrom: string; readonly formKey: string }) {
  return (
    <form action={`/administration/templates/${kind}`} method="post">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="key" value={`${validFrom}-${formKey}`} />
      <input type="hidden" name="withdraw" value={validFrom} />
      <Field id={`withdraw-${validFrom}`} label={say('withdraw.reason', { day: longDayWords(validFrom) })}>
        {(ids) => <TextInput {...ids} name="reason" maxLength={500} required />}
      </Field>
      <Actions>
        <Button kind="plain">{say('withdraw.do')}</Button>
      </Actions>
    </form>
  )
}
