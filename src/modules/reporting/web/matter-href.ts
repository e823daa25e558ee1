/** Where staff who watch the whole office read a matter of a kind, and its ledger in the API where it gives one; `:number` is the matter's. */
const places: Readonly<Record<string, { readonly page: string; readonly ledger?: string }>> = {
  case: { page: '/supervision/cases/:number', ledger: '/cases/:number/ledger' },
  rectification: { page: '/reviews/:number', ledger: '/rectifications/:number/ledger' },
  workOrder: { page: '/hotline/orders/:number', ledger: '/hotline/orders/:number/ledger' },
  gridEvent: { page: '/grid-office/events/:number', ledger: '/grid/events/:number/ledger' },
  publicRecord: { page: '/publication-office/records/:number', ledger: '/public-records/:number/ledger' },
  disclosureRequest: { page: '/disclosure-office/requests/:number', ledger: '/disclosure/requests/:number/ledger' },
  annualReport: { page: '/disclosure-office/annual-reports/:number', ledger: '/disclosure/annual-reports/:number/ledger' },
  measure: { page: '/supervision/measures/:number' },
  patrol: { page: '/supervision/patrols/:number' },
  serviceComplaint: { page: '/supervision/complaints/:number' },
  boxOpening: { page: '/supervision/boxes/:number' },
  replySample: { page: '/supervision/samples/:number' },
  bulletin: { page: '/supervision/bulletins/:number' },
  finding: { page: '/supervision/findings/:number', ledger: '/findings/:number/ledger' },
}

/** The page of a matter; undefined for a kind that has none. */
export function matterHref(kind: string | null, number: string | null): string | undefined {
  return filled(placesOf(kind)?.page, number)
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
