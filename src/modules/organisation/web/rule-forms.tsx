import { Actions, Button } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Radios } from '#ui/choices.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, TextArea, TextInput } from '#ui/inputs.tsx'
import { longDayWords } from '#web/day-words.ts'
import { boundWords, filledIn, say, type ShownRule, valueWords } from './rule-words.ts'

interface Shared {
  readonly rule: ShownRule
  readonly formKey: string
  readonly problems: readonly FieldProblem[]
}

/** The value and the day, why, and by which document. */
export function ChangeForm({ rule, formKey, filled, problems }: Shared & { readonly filled: Readonly<Record<string, string | undefined>> }) {
  const errorOf = (id: string): string | undefined => problems.find((problem) => problem.id === id)?.text
  return (
    <form action={`/administration/rules/${rule.key}`} method="post">
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="key" value={formKey} />
      {rule.kind === 'choice' ? (
        <Radios name="value" legend={say('change.value')} hint={valueHint(rule)} error={errorOf('value')} options={rule.options.map(({ value, words }) => ({ value, label: words }))} value={filled['value'] ?? String(rule.value)} />
      ) : (
        <Field id="value" label={say('change.value')} hint={valueHint(rule)} error={errorOf('value')} unit={unitWord(rule)}>
          {(ids) => <TextInput {...ids} name="value" width={4} inputMode="decimal" defaultValue={filled['value'] ?? filledIn(rule, rule.value)} required />}
        </Field>
      )}
      <Field id="validFrom" label={say('change.from')} hint={say('change.from.hint')} error={errorOf('validFrom')}>
        {(ids) => <DateInput {...ids} name="validFrom" defaultValue={filled['validFrom']} required />}
      </Field>
      <Field id="document" label={say('change.document')} hint={say('change.document.hint')} error={errorOf('document')}>
        {(ids) => <TextInput {...ids} name="document" maxLength={200} defaultValue={filled['document']} required />}
      </Field>
      <Field id="reason" label={say('change.reason')} hint={say('change.reason.hint')} error={errorOf('reason')}>
        {(ids) => <TextArea {...ids} name="reason" rows={3} maxLength={500} defaultValue={filled['reason']} required />}
      </Field>
      <Actions>
        <Button>{say('change.do')}</Button>
      </Actions>
    </form>
  )
}

/** Takes back one change before its day. */
export function WithdrawForm({ rule, validFrom, formKey, problems }: Shared & { readonly validFrom: string }) {
  const fieldId = `withdraw-${validFrom}`
  return (
    <form action={`/administration/rules/${rule.key}`} method="post">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="key" value={`${validFrom}-${formKey}`} />
      <input type="hidden" name="validFrom" value={validFrom} />
      <Field id={fieldId} label={say('withdraw.reason', { day: longDayWords(validFrom) })} error={problems.find((problem) => problem.id === fieldId)?.text}>
        {(ids) => <TextInput {...ids} name="reason" maxLength={500} required />}
      </Field>
      <Actions>
        <Button kind="plain">{say('withdraw.do')}</Button>
      </Actions>
    </form>
  )
}

function valueHint(rule: ShownRule): string {
  const bound = boundWords(rule)
  return [
    say('change.value.hint', { value: valueWords(rule, rule.default) }),
    bound === undefined ? '' : `${bound}（${rule.bound?.law}）。`,
    rule.kind === 'limit' && rule.least === 0 && rule.unit === 'WORKING_DAY' ? say('change.value.zero') : '',
  ].join('')
}

function unitWord({ kind, unit }: ShownRule): string | undefined {
  if (kind === 'ratio') return say('unit.ratio')
  return unit === null ? undefined : say(`unit.${unit}`)
}
