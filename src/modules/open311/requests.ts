import type { Ctx } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { geoOf, listCellsByIds, listPublicEvents, middleOf, type PublicEvent } from '#modules/grid/index.ts'
import { listPublicOrders } from '#modules/hotline/index.ts'
import words from './locales/zh-CN.json' with { type: 'json' }
import type { Request } from './schema.ts'
import { serviceOf } from './offers.ts'

export interface Filter {
  readonly ids: readonly string[] | null
  readonly codes: readonly string[] | null
  readonly from: Date | null
  readonly until: Date | null
  readonly closed: boolean | null
}

/** At most so many requests are answered, as the standard says. */
export const mostRequests = 1000

/** The public facts of events and orders as requests, newest first. */
export async function findRequests(ctx: Pick<Ctx, 'db'>, { codes, ...filter }: Filter): Promise<readonly Request[]> {
  const page = { ...filter, categories: codes, limit: mostRequests }
  const events = await listPublicEvents(ctx.db, page)
  const orders = await listPublicOrders(ctx.db, page)
  const rings = new Map((await listCellsByIds(ctx.db, [...new Set(events.map(({ cellId }) => cellId))])).map(({ id, ring }) => [id, ring]))
  const requests = [
    ...events.map((event) => requestOfEvent(event, rings.get(event.cellId) ?? [])),
    ...orders.map((order) => ({ ...bare(order, words.orderStates), service_code: order.category, address: order.regionCode })),
  ]
  return requests.map((request) => ({ ...request, service_name: serviceOf(request.service_code)?.service_name ?? '' })).toSorted((one, other) => (one.requested_datetime < other.requested_datetime ? 1 : -1)).slice(0, mostRequests)
}

/** Where an event is, is told by the middle of its cell: nobody finds a house by it. */
function requestOfEvent(event: PublicEvent, ring: Parameters<typeof middleOf>[0]): Request {
  const { longitude, latitude } = geoOf(middleOf(ring))
  return { ...bare(event, words.eventStates), service_code: event.category, expected_datetime: event.dueAt === null ? null : instantText(event.dueAt), address: words.cell.replace('{cell}', event.cellId), address_id: event.cellId, lat: latitude, long: longitude }
}

function bare(matter: Pick<PublicEvent, 'number' | 'state' | 'openedAt' | 'closedAt' | 'changedAt'>, states: Readonly<Record<string, string>>): Request {
  return {
    service_request_id: matter.number,
    status: matter.closedAt === null ? 'open' : 'closed',
    status_notes: states[matter.state] ?? '',
    service_name: '',
    service_code: '',
    description: null,
    agency_responsible: null,
    service_notice: null,
    requested_datetime: instantText(matter.openedAt),
    // Of what is closed the standard wants the day of its end, whatever followed.
    updated_datetime: instantText(matter.closedAt ?? matter.changedAt),
    expected_datetime: null,
    address: '',
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}
