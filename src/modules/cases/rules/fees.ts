import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Timer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'
import { openDecisionClocks } from './clocks.ts'

/** Why money is given back. */
export const refundCauses = ['notOwed', 'overpaid', 'exempted', 'notDone'] as const

export interface FeeDemand {
  readonly name: string
  readonly amountMinor: number
  readonly calculation?: string | undefined
}

type FeeItem = Pick<ItemVersion, 'feeCharged' | 'fees'>
export type PublishedFee = ItemVersion['fees'][number]

/** The fees that may be demanded for an item: those that its guide publishes, and none where it is free (I-08). */
export function publishedFees({ feeCharged, fees }: FeeItem): readonly PublishedFee[] {
  return feeCharged ? fees : []
}

/**
 * No fee but a published one, in the amount that its standard names; where the standard needs a calculation, the applicant
 * is shown it (行政许可法 art. 58, 59).
 */
export function checkFee(item: FeeItem, demand: FeeDemand): Verdict {
  const fee = publishedFees(item).find((one) => one.name === demand.name)
  if (fee === undefined) return refuse(caseErrors.feeNotPublished, { name: demand.name }, [{ pointer: '/name', code: caseErrors.feeNotPublished.code }])
  if (fee.amountMinor !== null) return fee.amountMinor === demand.amountMinor ? fine : refuse(caseErrors.feeNotStandard, { standard: fee.standard }, [{ pointer: '/amountMinor', code: caseErrors.feeNotStandard.code }])
  return demand.calculation === undefined ? refuse(caseErrors.feeNotCalculated, {}, [{ pointer: '/calculation', code: caseErrors.feeNotCalculated.code }]) : fine
}

/** Whether the case is paused for a payment, and not for something else that began meanwhile. */
export function waitsForPayment(timers: readonly Timer[]): boolean {
  return openDecisionClocks(timers).some((timer) => timer.segments.at(-1)?.cause === 'payment')
}

/** An amount in fen as documents and messages write it: 12.50. */
export function yuanText(amountMinor: number): string {
  return (amountMinor / 100).toFixed(2)
}
