import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { disclosureErrors } from '../errors.ts'
import type { Channel } from '../schema.ts'

/** How the day of receipt is found (art. 31): the day it was handed in, the day it was signed for, or the day both sides confirmed it. */
const receiptBy: Readonly<Record<Channel, 'submission' | 'signature' | 'confirmation'>> = {
  inPerson: 'submission',
  registeredMail: 'signature',
  ordinaryMail: 'confirmation',
  personalName: 'confirmation',
  online: 'confirmation',
  email: 'confirmation',
  fax: 'confirmation',
}

export interface Arrival {
  readonly channel: Channel
  /** When it was handed in or came into the house. */
  readonly arrivedOn: Day
  /** The day of the signature or of the confirmation, where somebody states it; today unless told. */
  readonly statedOn?: Day | undefined
  readonly today: Day
}

/** Whether the application waits until its receipt has been confirmed with the applicant. */
export function awaitsConfirmation(channel: Channel): boolean {
  return receiptBy[channel] === 'confirmation'
}

/** The day on which the agency received an application (O-07). Refuses a day to come, and a confirmation before the letter was there. */
export function receiptDay({ channel, arrivedOn, statedOn, today }: Arrival): Verdict<Day> {
  const day = receiptBy[channel] === 'submission' ? arrivedOn : (statedOn ?? today)
  const contradicts = receiptBy[channel] === 'submission' && statedOn !== undefined && statedOn !== arrivedOn
  if (contradicts || day > today || day < arrivedOn) return refuse(disclosureErrors.receiptDayWrong, { channel, day }, [{ pointer: '/receivedOn', code: disclosureErrors.receiptDayWrong.code }])
  return fineWith(day)
}
