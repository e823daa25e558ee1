import type { InputOf } from '#app'

export const queueViews = ['mine', 'waiting', 'stopped', 'done', 'unit'] as const
export type QueueView = (typeof queueViews)[number]

export const queueOrders = ['urgency', 'receipt', 'item'] as const satisfies readonly NonNullable<InputOf<'cases.list-queue'>['order']>[]
export type QueueOrder = (typeof queueOrders)[number]

/** Which list of the queue is shown, narrowed by what, in which order: all of it in the address, so that it can be kept and sent on. */
export interface QueueAddress {
  readonly view: QueueView
  /** What was typed to find a case. */
  readonly q: string
  /** The code of an item; empty for all. */
  readonly item: string
  readonly order: QueueOrder
  readonly cursor: string | null
}

export function readQueueAddress(url: string): QueueAddress {
  const { pathname, searchParams } = new URL(url)
  const shown = queueViews.find((view) => view === searchParams.get('show')) ?? 'mine'
  return {
    view: pathname === '/office/unit' ? 'unit' : shown,
    q: searchParams.get('q')?.trim() ?? '',
    item: searchParams.get('item') ?? '',
    order: queueOrders.find((order) => order === searchParams.get('order')) ?? 'urgency',
    cursor: searchParams.get('cursor'),
  }
}

/** The address of a list; what is not said is left as it is by default. */
export function queueHref({ view, q = '', item = '', order = 'urgency', cursor = null }: Pick<QueueAddress, 'view'> & Partial<QueueAddress>): string {
  const params = new URLSearchParams({
    ...(view !== 'mine' && view !== 'unit' && { show: view }),
    ...(q !== '' && { q }),
    ...(item !== '' && { item }),
    ...(order !== 'urgency' && { order }),
    ...(cursor !== null && { cursor }),
  })
  const path = queuePath(view)
  return params.size === 0 ? path : `${path}?${params.toString()}`
}

export function queuePath(view: QueueView): string {
  return view === 'unit' ? '/office/unit' : '/office'
}
