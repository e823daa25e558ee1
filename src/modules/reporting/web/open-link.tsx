import type { ReactNode } from 'react'
import type { ListReach } from '../schema.ts'
import { figureHref, type FigurePlace, mayOpen } from './figure-href.ts'

interface OpenLinkProps {
  readonly metric: string
  readonly place: FigurePlace
  readonly opens: ListReach
  readonly children: ReactNode
}

/** A figure that opens its list for who may see it, and is plain text for the others. */
export function OpenLink({ metric, place, opens, children }: OpenLinkProps) {
  return mayOpen(opens, place) ? <a href={figureHref(metric, place)}>{children}</a> : <>{children}</>
}
