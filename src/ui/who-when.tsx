import type { ReactNode } from 'react'

export interface WhoWhenPart {
  readonly title: string
  /** The answer in one line. */
  readonly answer: ReactNode
  readonly children?: ReactNode
}

interface WhoWhenProps {
  readonly who: WhoWhenPart
  readonly when: WhoWhenPart
  /** What the reader must do, also when that is nothing. */
  readonly todo: string
  readonly actions?: ReactNode
}

/** The head of every page about a matter: who has it, by when, and what you must do. */
export function WhoWhen({ who, when, todo, actions }: WhoWhenProps) {
  return (
    <div className="who">
      <Part {...who} />
      <Part {...when} />
      <div className="actions">
        <p className="grow">
          <strong>{todo}</strong>
        </p>
        {actions}
      </div>
    </div>
  )
}

function Part({ title, answer, children }: WhoWhenPart) {
  return (
    <div>
      <h2>{title}</h2>
      <p className="big">{answer}</p>
      {children}
    </div>
  )
}
