import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { KeptField, type KeptForm } from '#web/kept-form.tsx'
import { say } from './text.ts'

interface PhoneFormProps {
  readonly back: string
  readonly kept: KeptForm | undefined
  readonly phone: string
  readonly codeSent: boolean
  readonly errorOf: (id: string) => string | undefined
}

/** First the number, then the code that was sent to it. */
export function PhoneForm({ back, kept, phone, codeSent, errorOf }: PhoneFormProps) {
  if (!codeSent) {
    return (
      <form action="/sign-in" method="post">
        <input type="hidden" name="back" value={back} />
        <KeptField kept={kept} />
        <Field id="phone" label={say('sign-in.phone.number')} hint={say('sign-in.phone.number.hint')} error={errorOf('phone')}>
          {(ids) => <TextInput {...ids} name="phone" type="tel" autoComplete="tel" defaultValue={phone} maxLength={11} width={16} required />}
        </Field>
        <p className="mt">
          <Button kind="second" name="way" value="send">
            {say('sign-in.phone.send')}
          </Button>
        </p>
      </form>
    )
  }
  return (
    <form action="/sign-in" method="post">
      <input type="hidden" name="back" value={back} />
      <KeptField kept={kept} />
      <input type="hidden" name="phone" value={phone} />
      <Note kind="accent">{say('sign-in.phone.sent', { phone })}</Note>
      <Field id="code" label={say('sign-in.phone.code')} hint={say('sign-in.phone.code.hint')} error={errorOf('code')}>
        {(ids) => <TextInput {...ids} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={6} width={8} required />}
      </Field>
      <Actions>
        <Button name="way" value="code">
          {say('sign-in.phone.submit')}
        </Button>
        <ButtonLink kind="plain" href={`/sign-in?back=${encodeURIComponent(back)}`}>
          {say('sign-in.phone.other')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
