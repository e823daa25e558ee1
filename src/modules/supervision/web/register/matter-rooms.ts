import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt } from '#web/call.ts'

interface Room {
  /** Refuses whoever may not open the page. */
  readonly asks: 'cases.get-case-clock' | 'hotline.get-order-clock' | 'evaluations.get-rectification-clock' | 'grid.get-event-clock' | 'publication.get-record-clock' | 'disclosure.get-request-clock' | 'supervision.get-finding-clock' | 'supervision.get-measure' | 'supervision.get-complaint'
  readonly page: string
}

/** Where staff read the matters about which a signal or somebody told the register. */
const rooms: Readonly<Record<string, Room>> = {
  case: { asks: 'cases.get-case-clock', page: '/supervision/cases' },
  workOrder: { asks: 'hotline.get-order-clock', page: '/hotline/orders' },
  rectification: { asks: 'evaluations.get-rectification-clock', page: '/reviews' },
  gridEvent: { asks: 'grid.get-event-clock', page: '/grid-office/events' },
  publicRecord: { asks: 'publication.get-record-clock', page: '/publication-office/records' },
  disclosureRequest: { asks: 'disclosure.get-request-clock', page: '/disclosure-office/requests' },
  finding: { asks: 'supervision.get-finding-clock', page: '/supervision/findings' },
  measure: { asks: 'supervision.get-measure', page: '/supervision/measures' },
  serviceComplaint: { asks: 'supervision.get-complaint', page: '/supervision/complaints' },
}

/** The pages of those matters of a finding which the reader may open, by number. */
export async function openRooms(context: Readonly<RouterContextProvider>, { matterKinds }: Pick<OutputOf<'supervision.get-finding'>, 'matterKinds'>): Promise<Readonly<Record<string, string>>> {
  const asked = await Promise.all(
    Object.entries(matterKinds).map(async ([number, kind]) => {
      const room = Object.hasOwn(rooms, kind) ? rooms[kind] : undefined
      return room !== undefined && (await attempt(context, room.asks, { number })).ok ? [[number, `${room.page}/${encodeURIComponent(number)}`] as const] : []
    }),
  )
  return Object.fromEntries(asked.flat())
}
