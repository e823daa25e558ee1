import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import type { CaseSearch } from '#modules/cases/web/office/find-case.ts'
import { FoundCases } from '#modules/cases/web/office/found-cases.tsx'
import { say } from './text.ts'

/** A case that is in no queue of the window: by the number on whatever the person brought. */
export function FindPane({ search }: { readonly search: CaseSearch | undefined }) {
  const nothing = search !== undefined && search.found.length === 0
  return (
    <Pane id="find" title={say('find.title')}>
      <form className="desk-find" action="/desk" method="get" role="search">
        <Field id="find-number" label={say('find.number')} hint={say('find.hint')} error={nothing ? say('find.none') : undefined}>
          {(ids) => <TextInput {...ids} type="search" name="find" defaultValue={search?.asked} autoComplete="off" autoFocus={nothing} />}
        </Field>
        <Button kind="second">{say('find.go')}</Button>
      </form>
      {search ? <FoundCases found={search.found} path="/desk/cases" /> : null}
    </Pane>
  )
}
