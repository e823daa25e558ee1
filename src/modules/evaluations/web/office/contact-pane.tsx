import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/inputs.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { WhoActs } from '#web/who-acts.tsx'
import { contactPurposes, say } from './text.ts'

/** Of the evaluator, what a handler needs to call him. */
export interface ContactRead {
  readonly name: string
  readonly phone: string
}

interface ContactPaneProps {
  readonly shown: Pick<OutputOf<'evaluations.get-rectification'>, 'number' | 'anonymous' | 'readsContact'>
  readonly read: ContactRead | undefined
  readonly refused: string | undefined
}

/** Name and telephone of who gave a name, read for a stated purpose and written down (E-02); behind an anonymous review stands nobody to call (E-06). */
export function ContactPane({ shown, read, refused }: ContactPaneProps) {
  if (!shown.anonymous && !shown.readsContact) return null
  return (
    <Pane id="evaluator" title={say('pane.contact')}>
      {refused === undefined ? null : <Note kind="stop">{refused}</Note>}
      {shown.anonymous ? <p>{say('contact.nobody')}</p> : null}
      {read === undefined ? null : (
        <>
          <FactsList
            facts={[
              { term: say('contact.name'), value: read.name },
              { term: say('contact.phone'), value: <a href={`tel:${read.phone}`}>{read.phone}</a>, code: true },
            ]}
          />
          <p className="meta">{say('contact.recorded')}</p>
        </>
      )}
      {shown.readsContact && read === undefined ? (
        <WhoActs>
          <form action={`/reviews/${shown.number}`} method="post">
            <input type="hidden" name="command" value="read-contact" />
            <Field id="purpose" label={say('contact.purpose')} hint={say('contact.purpose.hint')}>
              {(ids) => <Select {...ids} name="purpose" options={contactPurposes.map((value) => ({ value, label: say(`contact.purpose.${value}`) }))} />}
            </Field>
            <Actions>
              <Button kind="second">{say('contact.read')}</Button>
            </Actions>
          </form>
        </WhoActs>
      ) : null}
    </Pane>
  )
}
