import type { ReactNode } from 'react'
import type { LinkTo } from './link-to.ts'

interface BannerProps {
  readonly label: string
  readonly title: string
  readonly link?: LinkTo | undefined
  /** near: something ends soon. */
  readonly kind?: 'plain' | 'near' | undefined
  /** Stands on printed pages too. */
  readonly onPaper?: boolean
  readonly children: ReactNode
}

/** A notice across the page, above its content. */
export function Banner({ label, title, link, kind = 'plain', onPaper = false, children }: BannerProps) {
  return (
    <section className={`banner${kind === 'near' ? ' is-near' : ''}${onPaper ? ' on-paper' : ''}`} aria-label={label}>
      <div className="wrap">
        <p>
          <strong>{title}</strong>
          {children}
          {link ? <a href={link.href}>{link.text}</a> : null}
        </p>
      </div>
    </section>
  )
}
