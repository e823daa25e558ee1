/** Where staff who watch the whole office read a matter, by its kind; undefined for a kind that has no page. */
export function matterHref(kind: string | null, number: string | null): string | undefined {
  if (number === null) return undefined
  if (kind === 'case') return `/supervision/cases/${encodeURIComponent(number)}`
  if (kind === 'rectification') return `/reviews/${encodeURIComponent(number)}`
  if (kind === 'workOrder') return `/hotline/orders/${encodeURIComponent(number)}`
  return undefined
}

/** The ledger of a matter as the API gives it, event by event with its hash. */
export function ledgerHref(kind: string | null, number: string | null): string | undefined {
  if (number === null) return undefined
  if (kind === 'case') return `/api/v1/cases/${encodeURIComponent(number)}/ledger`
  if (kind === 'rectification') return `/api/v1/rectifications/${encodeURIComponent(number)}/ledger`
  if (kind === 'workOrder') return `/api/v1/hotline/orders/${encodeURIComponent(number)}/ledger`
  return undefined
}
