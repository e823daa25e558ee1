import type { ReactNode } from 'react'
import type { LinkTo } from './link-to.ts'

export interface FigureItem {
  readonly label: string
  readonly value: string
  /** Numerator / denominator as a link down to the matters: no percentage stands alone. */
  readonly parts: LinkTo
  readonly note?: string | undefined
}

/** Large figures side by side. */
export function Figures({ figures }: { readonly figures: readonly FigureItem[] }) {
  return (
    <dl className="figs">
      {figures.map((figure) => (
        <div key={figure.label} className="fig">
          <dt>{figure.label}</dt>
          <dd>
            {figure.value}
            <small>
              <a href={figure.parts.href}>{figure.parts.text}</a>
            </small>
            {figure.note ? <small>{figure.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface Bar {
  readonly label: string
  /** 0 to 100 of the width. */
  readonly percent: number
  readonly kind?: 'full' | 'line' | 'stop' | 'text' | undefined
  readonly words: ReactNode
}

/** Lengths beside each other. The words at the end say the number, the drawing is hidden from readers of the screen. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <ul className="bars">
      {bars.map(({ label, percent, kind = 'full', words }) => (
        <li key={label}>
          <b>{label}</b>
          <svg className={kind === 'full' ? 'bar' : `bar bar-${kind}`} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.min(100, Math.max(0, percent))} height="1" />
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

interface SquaresProps {
  /** One filled square per matter that is late and open, one hollow square per matter that was closed late. */
  readonly open: number
  readonly closed: number
  readonly label: string
}

/** Late matters, one square each: a number that cannot hide in a percentage. */
export function Squares({ open, closed, label }: SquaresProps) {
  return (
    <span className="sq" role="img" aria-label={label}>
      {Array.from({ length: open }, (_, place) => (
        <i key={`open ${place}`} />
      ))}
      {Array.from({ length: closed }, (_, place) => (
        <i key={`closed ${place}`} className="c" />
      ))}
    </span>
  )
}
