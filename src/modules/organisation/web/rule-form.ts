import type { InputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { textOf } from '#web/form-fields.ts'
import type { RefusalShown } from '#web/refusals.ts'
import { boundWords, filledIn, say, type ShownRule } from './rule-words.ts'

/** What was filled in to change a rule, as the operation takes it; the operation checks it. */
export function changeInput(form: FormData, { key, kind }: ShownRule): InputOf<'kernel.change-setting'> {
  const text = (name: string): string => textOf(form, name) ?? ''
  return { key, value: valueFilledIn(kind, text('value')), validFrom: text('validFrom') as `${number}-${number}-${number}`, reason: text('reason'), document: text('document') }
}

function valueFilledIn(kind: ShownRule['kind'], filled: string): number | string {
  if (kind === 'choice') return filled
  const value = filled === '' ? Number.NaN : Number(filled)
  return kind === 'ratio' ? value / 100 : value
}

/** The lines of the error summary of a change that was refused; where the law sets the bound, with its article. */
export function changeProblems(refusal: RefusalShown, rule: ShownRule): readonly FieldProblem[] {
  if (refusal.fields.length === 0) return [{ id: 'validFrom', text: refusal.title }]
  return refusal.fields.map(({ pointer, code, title }) => {
    const id = pointer.slice(1)
    if (code === 'settings.beyond-the-law') return { id, text: say('problem.bound', { bound: boundWords(rule) ?? '', law: rule.bound?.law ?? '' }) }
    if (code === 'settings.out-of-range') return { id, text: rule.kind === 'choice' ? say('problem.choice') : say('problem.range', { least: filledIn(rule, rule.least ?? 0), most: filledIn(rule, rule.most ?? 0) }) }
    if (code.startsWith('settings.')) return { id, text: title }
    return { id, text: id === 'value' || id === 'validFrom' || id === 'reason' || id === 'document' ? say(id === 'value' && rule.kind === 'choice' ? 'problem.choice' : `problem.${id}`) : title }
  })
}
