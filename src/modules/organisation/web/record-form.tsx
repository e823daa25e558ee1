import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { useReadsOnly } from '#web/who-acts.tsx'
import { answerWords, type Filled, type Question, Questions } from './questions.tsx'
import { say } from './record-text.ts'

interface RecordFormProps {
  readonly action: string
  readonly formKey: string
  readonly questions: readonly Question[]
  readonly filled: Filled
  readonly problems: readonly FieldProblem[]
  readonly doing: string
  /** Which of several forms of a page this is. */
  readonly intent?: string
}

/** A plain form about one record; for whoever supervises what stands in it, without the form. The key makes a second sending of the same form change nothing. */
export function RecordForm({ action, formKey, questions, filled, problems, doing, intent }: RecordFormProps) {
  if (useReadsOnly()) return <FactsList facts={questions.map((question) => ({ term: question.label, value: answerWords(question, filled[question.name]) }))} />
  return (
    <form action={action} method="post">
      <input type="hidden" name="key" value={intent === undefined ? formKey : `${intent}-${formKey}`} />
      {intent === undefined ? null : <input type="hidden" name="intent" value={intent} />}
      <Questions questions={questions} filled={filled} problems={problems} />
      <Actions>
        <Button>{doing}</Button>
      </Actions>
    </form>
  )
}

/** Why nothing was saved, above everything else. */
export function Refused({ problems }: { readonly problems: readonly FieldProblem[] | undefined }) {
  return problems === undefined ? null : <ErrorSummary title={say('refused')} problems={problems} />
}
