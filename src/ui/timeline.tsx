import type { ReactNode } from 'react'
import { partText } from './text.ts'

export interface TimelineEntry {
  readonly title: string
  readonly state?: 'now' | 'stop' | undefined
  /** RFC 3339 time or a day, for machines; `when` are the words. */
  readonly at?: string | undefined
  readonly when?: string | undefined
  readonly text?: ReactNode
}

interface TimelineProps {
  readonly entries: readonly TimelineEntry[]
  readonly small?: boolean | undefined
}

/** What happened, newest first. A stop of the clock is a square, the present a filled dot. */
export function Timeline({ entries, small }: TimelineProps) {
  return (
    <ol className={small ? 'timeline timeline-s' : 'timeline'}>
      {entries.map((entry) => (
        <li key={`${entry.title} ${entry.at ?? entry.when ?? ''}`} className={entry.state}>
          <h3>{entry.title}</h3>
          {entry.when || entry.text ? (
            <p>
              {entry.when ? <time dateTime={entry.at}>{entry.when}</time> : null}
              {entry.when && entry.text ? partText('join.gap') : null}
              {entry.text}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
