import type { ReactNode } from 'react'
import type { RouterContextProvider } from 'react-router'
import { attempt } from './call.ts'

/** What a page watches, and how far it stood before the page was read. */
export interface Live {
  readonly topics: string
  readonly seen: string
}

/** Asked before anything else that the page shows, so that no change is missed between the reading and the stream. Undefined for who may not watch. */
export async function liveOf(context: Readonly<RouterContextProvider>, topics: string): Promise<Live | undefined> {
  const answer = await attempt(context, 'kernel.get-live-state', { topics })
  return answer.ok ? { topics, seen: answer.value.token } : undefined
}

interface LivePartProps {
  readonly id: string
  readonly live: Live | undefined
  /** Where the part is asked for again, if not on the page itself. */
  readonly from?: string
  readonly className?: string
  /** How long the page waits after a change before it asks again, so that a part which is dear to make follows many changes at once. */
  readonly restSeconds?: number
  /** Whether a reader is told of what is new here. */
  readonly announced?: boolean
  readonly children: ReactNode
}

/** A part of a page that follows what others do, where scripts run; without them it is as old as the page. All parts of one page watch the same. */
export function LivePart({ id, live, from, className, restSeconds, announced = false, children }: LivePartProps) {
  return (
    <div id={id} className={className} data-live={live?.topics} data-seen={live?.seen} data-from={from} data-rest={restSeconds} aria-live={announced ? 'polite' : undefined}>
      {children}
    </div>
  )
}
