import type { RouterContextProvider } from 'react-router'
import { call } from '#web/call.ts'
import { queueGroups, type QueueGroup, queueRow } from './queue-groups.ts'

interface QueuePage {
  readonly groups: readonly QueueGroup[]
  readonly count: number
  readonly nextCursor: string | null
}

/** One page of the caller's queue with the clock of every case on it. */
export async function loadQueue(context: Readonly<RouterContextProvider>, options: { readonly mine: boolean; readonly cursor: string | null }): Promise<QueuePage> {
  const { items, nextCursor } = await call(context, 'cases.list-queue', { mine: String(options.mine), limit: 20, ...(options.cursor !== null && { cursor: options.cursor }) })
  const rows = await Promise.all(items.map(async (line) => queueRow(line, await call(context, 'cases.get-case-clock', { number: line.number }))))
  return { groups: queueGroups(rows), count: items.length, nextCursor }
}
