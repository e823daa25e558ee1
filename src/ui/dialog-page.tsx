import type { ReactNode } from 'react'

interface DialogPageProps {
  /** Where the decision is posted. */
  readonly action: string
  /** Whose matter it is about. */
  readonly about?: string | undefined
  readonly title: string
  /** What will happen, and what cannot be undone. */
  readonly children: ReactNode
  /** One way on and one way back. */
  readonly actions: ReactNode
}

/** A question that wants an answer, as a page of its own: it has an address and needs no script. */
export function DialogPage({ action, about, title, children, actions }: DialogPageProps) {
  return (
    <form className="dialog" action={action} method="post" aria-labelledby="dialog-title">
      {about ? <p className="meta">{about}</p> : null}
      <h1 id="dialog-title">{title}</h1>
      {children}
      <div className="actions mt">{actions}</div>
    </form>
  )
}
