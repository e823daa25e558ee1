import type { Timer } from '#kernel/time/timer.ts'
import type { CaseState } from '../lifecycle.ts'
import { waitsForPayment } from './fees.ts'

/** With whom a case lies: the applicant must act, the window, the deciding unit, or nobody any more. */
export const holders = ['applicant', 'payer', 'window', 'unit', 'nobody'] as const

/** Who has the case now, told from its state and its open clocks. */
export function heldBy(state: CaseState, timers: readonly Timer[]): (typeof holders)[number] {
  switch (state) {
    case 'submitted':
    case 'received':
    case 'corrected':
      return 'window'
    case 'correctionRequested':
      return 'applicant'
    case 'suspended':
      return waitsForPayment(timers) ? 'payer' : 'unit'
    case 'inReview':
    case 'decided':
      return 'unit'
    case 'issued':
      return 'window'
    default:
      return 'nobody'
  }
}
