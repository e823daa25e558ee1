import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { LinkTo } from './link-to.ts'

interface DoorProps {
  readonly id: string
  readonly title: string
  /** A link that stands first, before the title: the way for who is known here. */
  readonly lead?: LinkTo | undefined
  readonly children: ReactNode
}

/** The one framed thing of a page: what is behind it is already yours. */
export function Door({ id, title, lead, children }: DoorProps) {
  return (
    <section className="door" aria-labelledby={`${id}-title`}>
      {lead ? (
        <a className="mine" href={lead.href}>
          {lead.text}
          <Icon name="go" />
        </a>
      ) : null}
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}
