import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox, Checkboxes, Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { say } from './text.ts'

const towns = [say('forms.town.xinhua'), say('forms.town.xinya'), say('forms.town.shiling')].map((name) => ({ value: name, label: name }))
const uses = [
  { value: 'meal', label: say('forms.use.meal') },
  { value: 'sale', label: say('forms.use.sale'), hint: say('forms.use.sale.hint') },
  { value: 'canteen', label: say('forms.use.canteen') },
]

export function FormSamples() {
  return (
    <Section id="forms" title={say('forms')}>
      <ErrorSummary
        title={say('forms.problems')}
        problems={[
          { id: 'place', text: say('forms.problem.place') },
          { id: 'area', text: say('forms.problem.area') },
          { id: 'open-kitchen', text: say('forms.problem.kitchen') },
        ]}
      />
      <form method="get" action="/gallery">
        <Field id="town" label={say('forms.town')}>
          {(ids) => <Select {...ids} name="town" options={towns} width={16} />}
        </Field>
        <Field id="place" label={say('forms.place')} hint={say('forms.place.hint')} error={say('forms.place.error')}>
          {(ids) => <TextInput {...ids} name="place" defaultValue={say('forms.place.typed')} width={24} autoComplete="address-line1" />}
        </Field>
        <Field id="area" label={say('forms.area')} hint={say('forms.area.hint')} error={say('forms.area.error')} unit={say('forms.area.unit')}>
          {(ids) => <TextInput {...ids} name="area" defaultValue={say('forms.area.typed')} inputMode="decimal" width={4} />}
        </Field>
        <Field id="person" label={say('forms.person')} hint={say('forms.person.hint')}>
          {(ids) => <TextInput {...ids} name="person" defaultValue={say('forms.person.masked')} readOnly width={8} />}
        </Field>
        <Field id="open-on" label={say('forms.open-on')} optional>
          {(ids) => <DateInput {...ids} name="open-on" min="2026-09-29" />}
        </Field>
        <Field id="plan" label={say('forms.plan')} hint={say('forms.plan.hint')}>
          {(ids) => <FileInput {...ids} name="plan" accept="application/pdf,image/*" />}
        </Field>
        <Field id="memo" label={say('forms.memo')} hint={say('forms.memo.hint')} optional>
          {(ids) => <TextArea {...ids} name="memo" />}
        </Field>
        <Radios name="use" legend={say('forms.use')} options={uses} value="meal" tiles />
        <Radios name="open-kitchen" legend={say('forms.kitchen')} hint={say('forms.kitchen.hint')} error={say('forms.kitchen.error')} options={[{ value: 'yes', label: say('forms.kitchen.yes') }, { value: 'no', label: say('forms.kitchen.no') }]} />
        <Checkboxes name="extra" legend={say('forms.extra')} hint={say('forms.extra.hint')} options={[{ value: 'delivery', label: say('forms.extra.delivery') }, { value: 'cold', label: say('forms.extra.cold') }]} values={['delivery']} tiles />
        <Checkbox name="truth" label={say('forms.truth')} />
        <Actions>
          <Button>{say('forms.save')}</Button>
          <Button kind="second">{say('forms.refresh')}</Button>
          <ButtonLink href="/gallery" kind="plain">
            {say('forms.back')}
          </ButtonLink>
          <Button kind="over">{say('forms.withdraw')}</Button>
          <Button blockedBy="why-blocked" shortcut="s">
            {say('forms.submit')}
          </Button>
        </Actions>
        <p className="meta mt-s" id="why-blocked">
          {say('forms.submit.blocked')}
        </p>
      </form>
    </Section>
  )
}
