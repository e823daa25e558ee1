import type { OutputOf } from '#app'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { Actions, Button } from '#ui/button.tsx'
import { Checkbox, Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { limitWords } from '#web/limit-words.ts'
import { categoryGroups, optionsOf, say } from '../text.ts'
import type { UnitChoice } from '../unit-names.ts'
import { scanField } from './intake-input.ts'

interface IntakePaneProps {
  readonly call: OutputOf<'hotline.get-call'>['call'] | null
  readonly units: readonly UnitChoice[]
  readonly refused: { readonly title: string; readonly problems: readonly FieldProblem[]; readonly typed: Readonly<Record<string, string>> } | undefined
  /** How soon an emergency is dealt with. */
  readonly emergency: TimeLimit
  readonly requestKey: string
}

/** What the caller says, written down while he speaks; the number to call back may be another than the one that called. */
export function IntakePane({ call, units, refused, emergency, requestKey }: IntakePaneProps) {
  const typed = refused?.typed ?? {}
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <Pane id="intake" title={say('intake')} meta={call === null ? say('intake.no-call') : undefined}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <form action="/hotline" method="post" encType={call === null ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="act" value="register" />
        <input type="hidden" name="key" value={`intake-${requestKey}`} />
        {call === null ? (
          <>
            <Field id="channel" label={say('caller.channel')} error={errorOf('channel')}>
              {(ids) => <Select {...ids} name="channel" defaultValue={typed['channel'] ?? 'phone'} options={optionsOf('channels')} />}
            </Field>
            <div className="field">
              <LetterFields typed={typed} errorOf={errorOf} />
            </div>
            <div className="field">
              <UpperFields typed={typed} errorOf={errorOf} />
            </div>
          </>
        ) : (
          <input type="hidden" name="callId" value={call.id} />
        )}
        <Radios name="kind" legend={say('column.kind')} options={optionsOf('kinds')} value={typed['kind']} error={errorOf('kind')} tiles />
        <Field id="category" label={say('column.category')} hint={say('intake.category.hint')} error={errorOf('category')} optional>
          {(ids) => <Select {...ids} name="category" defaultValue={typed['category']} options={[{ value: '', label: say('choose') }]} groups={categoryGroups} />}
        </Field>
        <Field id="title" label={say('file.title')} error={errorOf('title')}>
          {(ids) => <TextInput {...ids} name="title" maxLength={60} defaultValue={typed['title']} />}
        </Field>
        <Field id="content" label={say('file.content')} error={errorOf('content')}>
          {(ids) => <TextArea {...ids} name="content" rows={5} maxLength={3000} defaultValue={typed['content']} />}
        </Field>
        <Field id="place" label={say('file.place')} optional>
          {(ids) => <TextInput {...ids} name="place" maxLength={200} defaultValue={typed['place']} />}
        </Field>
        <Field id="name" label={say('caller.name')} optional>
          {(ids) => <TextInput {...ids} name="name" width={16} defaultValue={typed['name']} />}
        </Field>
        <Field id="phone" label={say('intake.phone')} error={errorOf('phone')} optional>
          {(ids) => <TextInput {...ids} name="phone" width={16} type="tel" defaultValue={typed['phone']} />}
        </Field>
        <Field id="concernedUnitId" label={say('order.concerned')} hint={say('intake.concerned.hint')} optional>
          {(ids) => <Select {...ids} name="concernedUnitId" defaultValue={typed['concernedUnitId']} options={[{ value: '', label: say('choose') }, ...units]} />}
        </Field>
        <Checkbox name="secret" label={say('intake.secret')} checked={typed['secret'] === 'yes'} />
        <Checkbox name="emergency" label={say('intake.emergency')} hint={emergency.value === 0 ? say('intake.emergency.today') : say('intake.emergency.within', { limit: limitWords(emergency) })} checked={typed['emergency'] === 'yes'} />
        <Actions>
          <Button>{say('intake.submit')}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

interface FoldedProps {
  readonly typed: Readonly<Record<string, string>>
  readonly errorOf: (id: string) => string | undefined
}

/** What is known of a letter or e-mail; folded, because most of what is taken here is told on the telephone. */
function LetterFields({ typed, errorOf }: FoldedProps) {
  const days = [{ name: 'letter-arrivedOn', label: say('intake.arrived'), hint: say('intake.arrived.hint') }, { name: 'letter-writtenOn', label: say('intake.written'), hint: undefined }] as const
  const isOpen = [...days.map(({ name }) => name), scanField].some((name) => Boolean(typed[name] ?? errorOf(name)))
  return (
    <details open={isOpen}>
      <summary>{say('intake.letter')}</summary>
      {days.map(({ name, label, hint }) => (
        <Field key={name} id={name} label={label} hint={hint} error={errorOf(name)} optional>
          {(ids) => <DateInput {...ids} name={name} defaultValue={typed[name]} />}
        </Field>
      ))}
      <Field id={scanField} label={say('intake.scan')} hint={say('intake.scan.hint')} error={errorOf(scanField)} optional>
        {(ids) => <FileInput {...ids} name={scanField} />}
      </Field>
    </details>
  )
}

/** From which hotline above an order comes and its number there; folded, because most come to this hotline itself. */
function UpperFields({ typed, errorOf }: FoldedProps) {
  const isOpen = ['upper-source', 'upper-number'].some((name) => Boolean(typed[name] ?? errorOf(name)))
  return (
    <details open={isOpen}>
      <summary>{say('intake.upper')}</summary>
      <Field id="upper-source" label={say('intake.upper.source')} error={errorOf('upper-source')} optional>
        {(ids) => <Select {...ids} name="upper-source" defaultValue={typed['upper-source']} options={[{ value: '', label: say('choose') }, ...optionsOf('upperSources')]} />}
      </Field>
      <Field id="upper-number" label={say('upper')} hint={say('intake.upper.hint')} error={errorOf('upper-number')} optional>
        {(ids) => <TextInput {...ids} name="upper-number" width={24} maxLength={40} defaultValue={typed['upper-number']} />}
      </Field>
    </details>
  )
}
