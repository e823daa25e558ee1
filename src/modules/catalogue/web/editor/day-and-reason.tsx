import type { FieldProblem } from '#ui/error-summary.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import type { RefusalShown } from '#web/refusals.ts'
import { say } from './text.ts'

interface DayAndReasonProps {
  /** Undefined for what works at once. */
  readonly from: string | undefined
  readonly reason: string
  readonly today: string
  readonly problems: readonly FieldProblem[]
}

/** From which day, and why: what every act on an item is asked. */
export function DayAndReason({ from, reason, today, problems }: DayAndReasonProps) {
  const errorOf = (id: string) => problems.find((problem) => problem.id === id)?.text
  return (
    <>
      {from === undefined ? null : (
        <DateField id="from" name="from" label={say('publish.from')} hint={say('publish.from.hint')} error={errorOf('from')} min={today} defaultValue={from} />
      )}
      <Field id="reason" label={say('publish.reason')} hint={say('publish.reason.hint')} error={errorOf('reason')}>
        {(ids) => <TextArea {...ids} name="reason" rows={2} maxLength={500} defaultValue={reason} required />}
      </Field>
    </>
  )
}

/** The lines of the error summary: those of the two fields, or the one sentence of the refusal. */
export function actProblems(refusal: RefusalShown): readonly FieldProblem[] {
  const ofFields = refusal.fields.flatMap(({ pointer, title }): FieldProblem[] => {
    if (pointer === '/reason') return [{ id: 'reason', text: say('section.problem', { label: say('publish.reason'), problem: say('section.missing') }) }]
    return pointer === '/from' ? [{ id: 'from', text: say('section.problem', { label: say('publish.from'), problem: title }) }] : []
  })
  return ofFields.length > 0 ? ofFields : [{ id: 'dialog-title', text: refusal.title }]
}
