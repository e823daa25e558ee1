import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { hotlineErrors } from '../errors.ts'
import { type OrderCommand, orderLifecycle } from '../lifecycle.ts'

/** How near a caller is to one order. `office`: the hotline; `head`: of the main unit; `reader`: the supervisors. */
export type Reach = 'office' | 'main' | 'head' | 'assistant' | 'reader' | 'caller' | 'none'

/** Without those that the clock gives, or what happens to the grid event about the same matter. */
type OwnCommand = Exclude<OrderCommand, 'remind' | 'criticise' | 'hand-to-grid' | 'answer-from-grid' | 'give-back-from-grid'>

const givenBy: Readonly<Record<OwnCommand, readonly Reach[]>> = {
  answer: ['office'],
  dispatch: ['office'],
  reject: ['office'],
  link: ['office'],
  sign: ['main'],
  'claim-return': ['main'],
  arbitrate: ['office'],
  assist: ['assistant'],
  extend: ['head'],
  reply: ['main'],
  check: ['office'],
  'call-back': ['office'],
  'add-contact': ['office'],
  recuse: ['office', 'main', 'assistant'],
  'pass-duty': ['office'],
}

export interface HandlingFacts {
  readonly state: string
  /** Assigned by the hotline after a dispute: it stays where it is (H-05). */
  readonly designated: boolean
  /** Assistants who have not said anything yet. */
  readonly assistantsOwing: number
  /** He answers for it to the caller, or leads those who do. */
  readonly answersFor: boolean
  /** It was replied to, and the caller was not satisfied. */
  readonly doneAgain: boolean
}

/** Whether a caller of this reach may give the command now, apart from the lifecycle and the limits of time. */
export function checkHandling(command: OrderCommand, reach: Reach, facts: HandlingFacts): Verdict {
  const allowed = Object.hasOwn(givenBy, command) ? givenBy[command as OwnCommand] : []
  if (!allowed.includes(reach)) return refuse(hotlineErrors.notYourPart)
  if (command === 'claim-return' && facts.designated) return refuse(hotlineErrors.designated)
  if ((command === 'reject' || command === 'link') && facts.doneAgain) return refuse(hotlineErrors.alreadyReplied)
  if (command === 'pass-duty' && !facts.answersFor) return refuse(hotlineErrors.dutyOfAnother)
  if (command === 'reply' && facts.assistantsOwing > 0) return refuse(hotlineErrors.assistanceMissing, { owing: facts.assistantsOwing })
  return fine
}

/** What this caller may do now, if the role allows it. */
export function commandsFor(reach: Reach, facts: HandlingFacts, holds: (permission: string) => boolean): readonly OrderCommand[] {
  return commandsIn(orderLifecycle, facts.state).filter((command) => checkHandling(command, reach, facts).ok && holds(orderLifecycle.commands[command].permission))
}

export interface DispatchFacts {
  readonly mainUnitId: string
  readonly assistants: readonly string[]
  readonly concernedUnitId: string | null
  readonly secret: boolean
  readonly hasBrief: boolean
}

/** Exactly one main unit, several assistants (H-06); never the unit that is reported, and a secret order only with a brief of the office's own (H-11). */
export function checkDispatch(facts: DispatchFacts): Verdict {
  const units = [facts.mainUnitId, ...facts.assistants]
  if (new Set(units).size !== units.length) return refuse(hotlineErrors.mainAlsoAssists)
  if (facts.concernedUnitId !== null && units.includes(facts.concernedUnitId)) return refuse(hotlineErrors.unitConcerned)
  if (facts.secret && !facts.hasBrief) return refuse(hotlineErrors.briefMissing)
  return fine
}

export interface ReturnFacts {
  readonly dueAt: Date | undefined
  readonly now: Date
  readonly files: number
  readonly quote: string | undefined
}

/** A return is claimed within its hours and with a file or the words of the rule, and the order stays with the unit until the hotline has decided: first contact, first duty (H-04, 首接负责). */
export function checkReturn({ dueAt, now, files, quote }: ReturnFacts): Verdict {
  if (dueAt === undefined || now > dueAt) return refuse(hotlineErrors.returnTooLate)
  return files === 0 && quote === undefined ? refuse(hotlineErrors.evidenceMissing, {}, [{ pointer: '/quote', code: hotlineErrors.evidenceMissing.code }]) : fine
}
