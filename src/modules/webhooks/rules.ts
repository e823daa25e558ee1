const minuteMs = 60_000
const longestPauseMinutes = 60

/** How long until the next try after `failures` that failed in a row: 1, 2, 4 … 32 minutes, then every hour for as long as it takes. */
export function pauseMs(failures: number): number {
  return Math.min(2 ** Math.max(0, failures - 1), longestPauseMinutes) * minuteMs
}

/** What an answer, or its absence, means for the message and for the receiver as a whole. */
export type Outcome =
  | { readonly kind: 'delivered' }
  /** This message is not taken; others may be. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nobody takes anything now. */
  | { readonly kind: 'away'; readonly why: string }

/** 2xx delivers. 408, 429 and 5xx say that the receiver is in trouble; every other status that it does not want this message. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  const why = `status-${status}`
  return status >= 500 || status === 408 || status === 429 ? { kind: 'away', why } : { kind: 'refused', why }
}

/** How the state of a subscription is called. */
export function stateOf({ stoppedAt, failures, waiting }: { readonly stoppedAt: Date | null; readonly failures: number; readonly waiting: number }): 'calm' | 'waiting' | 'failing' | 'stopped' {
  if (stoppedAt !== null) return 'stopped'
  if (failures > 0) return 'failing'
  return waiting > 0 ? 'waiting' : 'calm'
}
