import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import type { QueueAddress } from './queue-address.ts'
import { queueGroups, type QueueGroup, queueRow } from './queue-groups.ts'

export interface QueuePage {
  readonly groups: readonly QueueGroup[]
  readonly count: number
  readonly nextCursor: string | null
}

interface QueueAsked extends Partial<Pick<QueueAddress, 'q' | 'item' | 'order' | 'cursor'>> {
  /** Only the caller's own tasks. */
  readonly mine: boolean
  /** Only what stands in a special procedure. */
  readonly stopped?: boolean
}

/** One page of the caller's queue, as of this minute. */
export async function loadQueue(context: Readonly<RouterContextProvider>, { mine, stopped = false, q = '', item = '', order = 'urgency', cursor = null }: QueueAsked): Promise<QueuePage> {
  const { items, nextCursor } = await call(context, 'cases.list-queue', { mine: String(mine), stopped: String(stopped), limit: 20, order, ...(q !== '' && { q }), ...(item !== '' && { item }), ...(cursor !== null && { cursor }) })
  const { today } = context.get(requestContext)
  return { groups: queueGroups(items.map((line) => queueRow(line, today)), order), count: items.length, nextCursor }
}

/** What the caller did: what goes on without him, or all of this month. */
export function loadHandled(context: Readonly<RouterContextProvider>, view: 'waiting' | 'done', cursor: string | null): Promise<OutputOf<'cases.list-handled'>> {
  return call(context, 'cases.list-handled', { view, limit: 20, ...(cursor !== null && { cursor }) })
}
