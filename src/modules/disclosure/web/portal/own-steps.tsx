import { Actions, Button } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Note, Section } from '#ui/section.tsx'
import { RecordFields, type Typed } from '../record-fields.tsx'
import type { Shown } from '../request-facts.tsx'
import { say } from '../portal-text.ts'

interface ClarifyProps {
  readonly shown: Shown
  readonly requestKey: string
  readonly sent: { readonly typed: Typed; readonly problems: readonly FieldProblem[] } | undefined
}

/** What the agency does not understand, and the application to be written again. */
export function ClarifySection({ shown, requestKey, sent }: ClarifyProps) {
  const { title, docNo, features } = shown.record
  const before: Typed = { 'record-title': title ?? '', 'record-docNo': docNo ?? '', 'record-features': features ?? '' }
  return (
    <Section id="clarify" title={say('request.clarify')}>
      <Note kind="near">{shown.notes.findLast(({ command }) => command === 'request-clarification')?.text}</Note>
      <form action={`/disclosure/${shown.number}`} method="post">
        <input type="hidden" name="command" value="clarify" />
        <input type="hidden" name="key" value={`clarify-${requestKey}`} />
        <RecordFields typed={sent?.typed ?? before} problems={sent?.problems} />
        <Actions>
          <Button>{say('request.clarify')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

export function WithdrawSection({ number, requestKey }: { readonly number: string; readonly requestKey: string }) {
  return (
    <Section id="withdraw" title={say('request.withdraw')}>
      <p>{say('request.withdraw.hint')}</p>
      <form action={`/disclosure/${number}`} method="post">
        <input type="hidden" name="command" value="withdraw" />
        <input type="hidden" name="key" value={`withdraw-${requestKey}`} />
        <Actions>
          <Button kind="over">{say('request.withdraw')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
