import type { ReactNode } from 'react'

/** The form of the opinion on the page of a case. */
export const reviewFormId = 'review-form'

interface LookWayProps {
  readonly href: string
  /** Whether an opinion may be half written on the page: then it is taken along and stands in its form again. */
  readonly whileReviewing: boolean
  readonly current?: boolean
  readonly children: ReactNode
}

/** The way to a paper beside the form, or back from it: a link, or a button of the opinion's form where there is one. */
export function LookWay({ href, whileReviewing, current = false, children }: LookWayProps) {
  const ariaCurrent = current ? 'true' : undefined
  if (whileReviewing) {
    return (
      <button type="submit" className="look-way" form={reviewFormId} formAction={href} formMethod="post" formNoValidate aria-current={ariaCurrent}>
        {children}
      </button>
    )
  }
  return (
    <a href={href} aria-current={ariaCurrent}>
      {children}
    </a>
  )
}
