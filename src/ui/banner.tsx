import type { ReactNode } from 'react'
import type { LinkTo } from './link-to.ts'

interface BannerProps {
  readonly label: string
  readonly title: string
  readonly link?: LinkTo | undefined
  /** near: something ends soon. */
  readonly kind?: 'plain' | 'near' | undefined
  readonly children: ReactNode
}

/** A notice across the page, above its content. */
export function Banner({ label, title, link, kind = 'plain', children }: BannerProps) {
  return (
    <section className={kind === 'near' ? 'banner is-near' : 'banner'} aria-label={label}>
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
