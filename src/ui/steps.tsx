export interface Step {
  readonly text: string
  readonly state: 'done' | 'now' | 'later'
  /** Steps that are done may be opened again. */
  readonly href?: string | undefined
}

/** The steps of filling in something. On a narrow screen only the beams stay visible, the words are still read. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, place) => {
        const words = `${place + 1} ${step.text}`
        return (
          <li key={step.text} className={step.state === 'done' ? 'done' : undefined} aria-current={step.state === 'now' ? 'step' : undefined}>
            {step.href ? <a href={step.href}>{words}</a> : <span>{words}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** full: a day used. stopped: days that do not count. empty: a day left. */
export type Pip = 'full' | 'stopped' | 'empty'

const classOfPip: Readonly<Record<Pip, string | undefined>> = { full: 'f', stopped: 's', empty: undefined }

/** A limit as one box per day. `label` says the same in words. */
export function Pips({ label, pips }: { readonly label: string; readonly pips: readonly Pip[] }) {
  return (
    <div className="pips" role="img" aria-label={label}>
      {pips.map((pip, place) => (
        <i key={place} className={classOfPip[pip]} />
      ))}
    </div>
  )
}
