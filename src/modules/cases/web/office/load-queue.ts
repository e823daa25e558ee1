import type { RouterContextProvider } from 'react-router'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { queueGroups, type QueueGroup, queueRow } from './queue-groups.ts'

interface QueuePage {
  readonly groups: readonly QueueGroup[]
  readonly count: number
  readonly nextCursor: string | null
}

/** One page of the caller's queue, by urgency as of this minute. */
export async function loadQueue(context: Readonly<RouterContextProvider>, options: { readonly mine: boolean; readonly cursor: string | null }): Promise<QueuePage> {
  const { items, nextCursor } = await call(context, 'cases.list-queue', { mine: String(options.mine), limit: 20, ...(options.cursor !== null && { cursor: options.cursor }) })
  const { today } = context.get(requestContext)
  return { groups: queueGroups(items.map((line) => queueRow(line, today))), count: items.length, nextCursor }
}
