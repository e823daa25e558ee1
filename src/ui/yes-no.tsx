import { partText } from './text.ts'

interface YesNoProps {
  readonly name: string
  /** A standard that can be decided by looking: it is met or it is not. */
  readonly standard: string
  readonly answer?: 'yes' | 'no' | undefined
  /** Where the page begins for the keyboard. */
  readonly focused?: boolean | undefined
  /** The box for what is wrong, offered when the answer is no; it goes into the one-time notice. */
  readonly fault?: { readonly name: string; readonly label: string; readonly value?: string | undefined } | undefined
}

/** One decidable acceptance standard. Tab goes to the next, the arrow keys answer. 行政许可法 art. 32. */
export function YesNo({ name, standard, answer, focused, fault }: YesNoProps) {
  return (
    <fieldset className="q">
      <legend>{standard}</legend>
      <div className="yn">
        <label className="y">
          <input type="radio" name={name} value="yes" defaultChecked={answer === 'yes'} autoFocus={focused} />
          {partText('yes')}
        </label>
        <label className="n">
          <input type="radio" name={name} value="no" defaultChecked={answer === 'no'} />
          {partText('no')}
        </label>
      </div>
      {fault ? <input className="in" aria-label={fault.label} name={fault.name} defaultValue={fault.value} /> : null}
    </fieldset>
  )
}
