/** Where an authorisation stands on a day; the day of revocation no longer counts. */
export function authorisationState({ from, to, revokedOn }: { readonly from: string; readonly to: string; readonly revokedOn: string | null }, today: string): 'coming' | 'inForce' | 'expired' | 'revoked' {
  if (revokedOn !== null) return 'revoked'
  if (today < from) return 'coming'
  return today > to ? 'expired' : 'inForce'
}
