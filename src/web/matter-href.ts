/** Where whoever asked for a matter of a kind follows it on the portal; `:number` is the matter's. */
const ownPlaces: Readonly<Record<string, string>> = {
  case: '/matters/:number',
  disclosureRequest: '/disclosure/:number',
  serviceComplaint: '/complaints/:number',
  workOrder: '/appeals?no=:number',
  gridEvent: '/grid/follow?no=:number',
}

/** In which room a case is read by who holds a role; the first that is held counts. */
const caseRooms = [
  ['supervisor', 'supervision'],
  ['reviewer', 'office'],
  ['approver', 'office'],
  ['unitHead', 'office'],
  ['windowClerk', 'desk'],
  ['hallManager', 'hall'],
] as const

/** Where staff who watch the whole office read a matter of a kind, and its ledger in the API; `:number` is the matter's. */
const places: Readonly<Record<string, { readonly page: string; readonly ledger: string }>> = {
  case: { page: '/supervision/cases/:number', ledger: '/cases/:number/ledger' },
  rectification: { page: '/reviews/:number', ledger: '/rectifications/:number/ledger' },
  workOrder: { page: '/hotline/orders/:number', ledger: '/hotline/orders/:number/ledger' },
  gridEvent: { page: '/grid-office/events/:number', ledger: '/grid/events/:number/ledger' },
  publicRecord: { page: '/publication-office/records/:number', ledger: '/public-records/:number/ledger' },
  disclosureRequest: { page: '/disclosure-office/requests/:number', ledger: '/disclosure/requests/:number/ledger' },
  annualReport: { page: '/disclosure-office/annual-reports/:number', ledger: '/disclosure/annual-reports/:number/ledger' },
  measure: { page: '/supervision/measures/:number', ledger: '/measures/:number/ledger' },
  patrol: { page: '/supervision/patrols/:number', ledger: '/patrols/:number/ledger' },
  serviceComplaint: { page: '/supervision/complaints/:number', ledger: '/service-complaints/:number/ledger' },
  boxOpening: { page: '/supervision/boxes/:number', ledger: '/box-openings/:number/ledger' },
  replySample: { page: '/supervision/samples/:number', ledger: '/reply-samples/:number/ledger' },
  bulletin: { page: '/supervision/bulletins/:number', ledger: '/bulletins/:number/ledger' },
  finding: { page: '/supervision/findings/:number', ledger: '/findings/:number/ledger' },
}

/** The page of a matter; undefined for a kind that has none. */
export function matterHref(kind: string | null, number: string | null): string | undefined {
  return filled(placesOf(kind)?.page, number)
}

/** The page on which whoever asked for a matter follows it; undefined for a kind that nobody asks for. */
export function ownMatterHref(kind: string | null, number: string | null): string | undefined {
  return filled(kind !== null && Object.hasOwn(ownPlaces, kind) ? ownPlaces[kind] : undefined, number)
}

/** The page on which staff with these roles handle a matter. */
export function staffMatterHref(kind: string | null, number: string | null, roles: readonly string[]): string | undefined {
  if (kind !== 'case') return matterHref(kind, number)
  const room = caseRooms.find(([role]) => roles.includes(role))?.[1]
  return filled(room && `/${room}/cases/:number`, number)
}

/** The ledger of a matter as the API gives it, event by event with its hash. */
export function ledgerHref(kind: string | null, number: string | null): string | undefined {
  const path = filled(placesOf(kind)?.ledger, number)
  return path === undefined ? undefined : `/api/v1${path}`
}

function placesOf(kind: string | null): (typeof places)[string] | undefined {
  return kind !== null && Object.hasOwn(places, kind) ? places[kind] : undefined
}

function filled(pattern: string | undefined, number: string | null): string | undefined {
  return number === null ? undefined : pattern?.replace(':number', () => encodeURIComponent(number))
}
