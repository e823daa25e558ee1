import type { ReactNode } from 'react'
import { ClockBadge, type ClockState } from './tag.tsx'

export interface Opinion {
  readonly unit: string
  readonly state: ClockState
  /** The answer, or how much time is left: 同意, 超1天. */
  readonly answer: string
  readonly text?: ReactNode
}

/** What the units asked in parallel have said. Who has not answered stands there with their clock. */
export function OpinionList({ opinions }: { readonly opinions: readonly Opinion[] }) {
  return (
    <ul className="opin">
      {opinions.map((opinion) => (
        <li key={opinion.unit}>
          <div className="ph">
            <strong>{opinion.unit}</strong>
            <ClockBadge state={opinion.state}>{opinion.answer}</ClockBadge>
          </div>
          {opinion.text ? <p>{opinion.text}</p> : null}
        </li>
      ))}
    </ul>
  )
}
