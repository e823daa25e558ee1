import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { say } from './text.ts'

interface CommandsProps {
  readonly id: string
  readonly formKey: string
  readonly problem: string | undefined
}

/** What an administrator may do with a subscription that runs. */
export function Commands({ id, formKey, problem }: CommandsProps) {
  const action = `/administration/webhooks/${id}`
  const hidden = (intent: 'secret' | 'again' | 'stop') => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={`${intent}-${formKey}`} />
    </>
  )
  return (
    <div className="stack" id="commands">
      <Pane id="renew" title={say('secret.renew')}>
        <form action={action} method="post">
          {hidden('secret')}
          <p>{say('secret.lead')}</p>
          <Actions>
            <Button kind="second">{say('secret.renew')}</Button>
          </Actions>
        </form>
      </Pane>
      <Pane id="again" title={say('again')}>
        <form action={action} method="post">
          {hidden('again')}
          <p>{say('again.lead')}</p>
          <Field id="from" label={say('again.from')} error={problem}>
            {(ids) => <DateInput {...ids} name="from" required />}
          </Field>
          <Actions>
            <Button kind="second">{say('again.do')}</Button>
          </Actions>
        </form>
      </Pane>
      <Pane id="stop" title={say('stop')}>
        <form action={action} method="post">
          {hidden('stop')}
          <p>{say('stop.lead')}</p>
          <Actions>
            <Button kind="over">{say('stop.do')}</Button>
          </Actions>
        </form>
      </Pane>
    </div>
  )
}
