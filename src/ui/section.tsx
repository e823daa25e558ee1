import type { ReactNode } from 'react'

interface HeadProps {
  readonly id: string
  readonly title: string
  /** A quiet line at the end of the head. */
  readonly meta?: ReactNode
  /** Something to use at the end of the head: links, tabs. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A section of a public page under its lintel. */
export function Section({ id, title, meta, beside, children }: HeadProps) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-title`}>
      <div className="lintel">
        <h2 id={`${id}-title`}>{title}</h2>
        {meta ? <p className="meta">{meta}</p> : null}
        {beside}
      </div>
      {children}
    </section>
  )
}

/** A pane of a staff screen. */
export function Pane({ id, title, meta, beside, children }: HeadProps) {
  return (
    <section className="pane" id={id} aria-labelledby={`${id}-title`}>
      <div className="ph">
        <h2 id={`${id}-title`}>{title}</h2>
        {meta ? <span className="meta">{meta}</span> : null}
        {beside}
      </div>
      {children}
    </section>
  )
}

interface NoteProps {
  readonly kind?: 'plain' | 'accent' | 'near' | 'stop' | undefined
  readonly children: ReactNode
}

/** A remark beside the text that it belongs to. */
export function Note({ kind = 'plain', children }: NoteProps) {
  return <p className={kind === 'plain' ? 'note' : `note note-${kind}`}>{children}</p>
}
