import { Actions, Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import type { Named } from '../places.ts'
import { say } from '../portal-text.ts'

/** In which town or street it is: the map and the list of cells are of one. */
export function TownStep({ towns, chosen }: { readonly towns: readonly Named[]; readonly chosen: string | undefined }) {
  return (
    <form action="/grid/report" method="get">
      <Field id="town" label={say('find.town')}>
        {(ids) => <Select {...ids} name="town" width={24} defaultValue={chosen ?? ''} options={[{ value: '', label: say('choose') }, ...towns.map(({ code, name }) => ({ value: code, label: name }))]} />}
      </Field>
      <Actions>
        <Button kind="second">{say('report.choose-town')}</Button>
      </Actions>
    </form>
  )
}

/** What is wrong is with a thing that has a code on it: the code tells the place. */
export function ComponentStep({ typed }: { readonly typed: string }) {
  return (
    <form className="grid-step" action="/grid/report" method="get">
      <Field id="component" label={say('report.component')} hint={say('report.component.hint')} error={typed === '' ? undefined : say('report.component.unreadable')}>
        {(ids) => <TextInput {...ids} name="component" width={24} inputMode="numeric" maxLength={24} defaultValue={typed} />}
      </Field>
      <Actions>
        <Button kind="second">{say('report.by-component.go')}</Button>
      </Actions>
    </form>
  )
}
