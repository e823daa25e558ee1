import type { ReactNode } from 'react'

export interface Fact {
  readonly term: string
  readonly value: ReactNode
  readonly note?: ReactNode
  /** Numbers and codes in fixed width. */
  readonly code?: boolean | undefined
}

interface FactsListProps {
  readonly facts: readonly Fact[]
  /** list: one line each. row: side by side, large. summary: a row in the frame of a page's head. */
  readonly as?: 'list' | 'row' | 'summary' | undefined
}

const classOfShape = { list: 'facts facts-l', row: 'facts facts-row', summary: 'facts facts-row sum' } as const

/** Names and values. */
export function FactsList({ facts, as = 'list' }: FactsListProps) {
  return (
    <dl className={classOfShape[as]}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd className={fact.code ? 'num' : undefined}>
            {fact.value}
            {fact.note ? <small>{fact.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface StripItem extends Fact {
  readonly termHidden?: boolean | undefined
}

/** A line of small figures under the head of a page. */
export function Strip({ items }: { readonly items: readonly StripItem[] }) {
  return (
    <dl className="strip">
      {items.map((item) => (
        <div key={item.term}>
          <dt className={item.termHidden ? 'vh' : undefined}>{item.term}</dt>
          <dd>
            {item.value}
            {item.note ? <small> {item.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
