import type { ReactNode } from 'react'
import { Table, type TableProps } from '#ui/table.tsx'
import { ListPages } from '#web/list-pages.tsx'
import { SupervisionTabs } from './supervision-tabs.tsx'
import { say } from './text.ts'

interface SimpleListProps<T> extends Omit<TableProps<T>, 'caption' | 'captionHidden'> {
  readonly title: string
  /** The address of the page, by which its tab is marked. */
  readonly path: string
  readonly roles: readonly string[]
  readonly nextCursor: string | null
  /** Stands between the tabs and the list. */
  readonly children?: ReactNode
}

/** A list of supervision without filters, under its tabs. */
export function SimpleList<T>({ title, path, roles, nextCursor, children, ...table }: SimpleListProps<T>) {
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{title}</h1>
      </div>
      <SupervisionTabs roles={roles} current={path} />
      {children}
      <Table {...table} caption={title} captionHidden />
      <ListPages summary={say('page', { count: table.rows.length })} base={path} nextCursor={nextCursor} />
    </div>
  )
}
