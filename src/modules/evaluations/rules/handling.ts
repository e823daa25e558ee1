import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { evaluationErrors } from '../errors.ts'
import { type RectificationCommand, rectificationLifecycle } from '../lifecycle.ts'
import type { CallbackResult } from '../schema.ts'

/** How near a caller is to one rectification. `office`: the reviewing department of the whole office. */
export type Reach = 'office' | 'handler' | 'reader' | 'evaluated' | 'evaluator' | 'none'

export interface HandlingFacts {
  readonly state: string
  readonly anonymous: boolean
  readonly callbackResult: CallbackResult | null
  readonly reopenings: number
}

/**
 * Whether a caller of this reach may give the command now, apart from the lifecycle: nobody handles a review of himself
 * (E-06); only the office finds a review invalid (E-08), never the unit that it is about; who gave a name is contacted
 * first (E-02); a dissatisfied evaluator has the matter taken up once more before it is closed (E-03).
 */
export function checkHandling(command: RectificationCommand, reach: Reach, facts: HandlingFacts): Verdict {
  if (reach === 'evaluated') return refuse(evaluationErrors.ownReview)
  if (reach !== 'office' && (reach !== 'handler' || command === 'find-invalid')) return refuse(evaluationErrors.officeDecides)
  if (command === 'contact' && facts.anonymous) return refuse(evaluationErrors.nobodyToContact)
  if (command === 'verify' && facts.state === 'opened' && !facts.anonymous) return refuse(evaluationErrors.contactFirst)
  if (command === 'close' && facts.callbackResult === 'dissatisfied' && facts.reopenings === 0) return refuse(evaluationErrors.stillDissatisfied)
  return fine
}

/** Every rectification ends with a call back (E-03); an anonymous evaluator is the only one who is not called, and is always so. */
export function checkCallback(result: CallbackResult, anonymous: boolean): Verdict {
  if (anonymous && result !== 'anonymous') return refuse(evaluationErrors.nobodyToContact)
  if (!anonymous && result === 'anonymous') return refuse(evaluationErrors.callbackMissing)
  return fine
}

/** What this caller may do now. */
export function commandsFor(reach: Reach, facts: HandlingFacts): readonly RectificationCommand[] {
  return commandsIn(rectificationLifecycle, facts.state).filter((command) => checkHandling(command, reach, facts).ok)
}
