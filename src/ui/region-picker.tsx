import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { FieldGroup } from './field.tsx'
import { Select, type SelectOption } from './inputs.tsx'
import { partText } from './text.ts'

const levelNames = ['province', 'prefecture', 'county', 'township', 'village'] as const

interface RegionPickerProps {
  readonly name: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** The menus from the province down: as many as are known, with what was chosen. The last one has no choice yet or is the deepest. */
  readonly levels: readonly { readonly options: readonly SelectOption[]; readonly value: string }[]
  /** The name and value of the button that asks for the next menu: the server answers with the same form and one level more. */
  readonly next: { readonly name: string; readonly value: string }
  /** Where a script asks for the regions below one (`?parent=`); on a page whose script calls `followRegions` the next menu then opens by itself. */
  readonly door?: string | undefined
}

/** Where something is, from the province to the village: one menu under the other, without a script by a round to the server. */
export function RegionPicker({ name, legend, hint, error, levels, next, door }: RegionPickerProps) {
  const isDeepest = levels.length >= levelNames.length
  return (
    <FieldGroup id={name} legend={legend} hint={hint} error={error}>
      <div className="regions" data-door={door} data-name={name} data-levels={door === undefined ? undefined : levelNames.map((level) => partText(`region.${level}`)).join('|')} data-choose={door === undefined ? undefined : partText('region.choose')}>
        {levels.map(({ options, value }, place) => (
          <span key={levelNames[place] ?? place}>
            <label htmlFor={`${name}-${place}`}>{partText(`region.${levelNames[place] ?? 'village'}`)}</label>
            <Select key={value} id={`${name}-${place}`} name={name} defaultValue={value} options={[{ value: '', label: partText('region.choose') }, ...options]} />
          </span>
        ))}
        {isDeepest ? null : (
          <Button kind="plain" name={next.name} value={next.value} formNoValidate>
            {partText('region.next')}
          </Button>
        )}
      </div>
    </FieldGroup>
  )
}
