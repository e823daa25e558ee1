import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { gridErrors } from '../errors.ts'
import { type EventCommand, eventLifecycle } from '../lifecycle.ts'
import type { PhotoStage } from '../schema.ts'

/**
 * How near a caller is to one event. `command`: the centre of the level at which it is; `overview`: a centre or hotline that may look;
 * `handler`: of the unit to which it was dispatched; `worker`: of the town of its cell; `reader`: the supervisors, and who had it in hand.
 */
export type Reach = 'command' | 'overview' | 'handler' | 'worker' | 'reader' | 'reporter' | 'none'

const givenBy: Readonly<Record<EventCommand, readonly Reach[]>> = {
  file: ['command'],
  decline: ['command'],
  dispatch: ['command'],
  accept: ['handler'],
  'return': ['handler'],
  escalate: ['command', 'handler'],
  delay: ['command'],
  'feed-back': ['handler'],
  verify: ['worker'],
  conclude: ['command'],
  evaluate: ['command'],
  shelve: ['command'],
  'review-shelved': ['command'],
  'add-photo': ['command', 'handler', 'worker'],
  'link-order': ['command', 'overview'],
}

/** Who asks, of one event. */
export interface Part {
  readonly reaches: readonly Reach[]
  /** He said what was done about it: somebody else looks whether it was (G-03). */
  readonly fedBack: boolean
}

/** Whether a caller may give the command, apart from the lifecycle. */
export function checkPart(command: EventCommand, { reaches, fedBack }: Part): Verdict {
  if (command === 'verify' && fedBack) return refuse(gridErrors.notYourPart)
  return givenBy[command].some((reach) => reaches.includes(reach)) ? fine : refuse(gridErrors.notYourPart)
}

/** What this caller may do now, if the role allows it. */
export function commandsFor(part: Part, state: string, holds: (permission: string) => boolean): readonly EventCommand[] {
  return commandsIn(eventLifecycle, state).filter((command) => checkPart(command, part).ok && holds(eventLifecycle.commands[command].permission))
}

/** Which photos belong to a state: of the report before filing, of the treatment while it goes on, of the verification before it is said. */
export function photoStageIn(state: string): PhotoStage | undefined {
  if (state === 'reported') return 'report'
  if (state === 'disposing') return 'treatment'
  return state === 'fedBack' ? 'verification' : undefined
}

export interface Verification {
  readonly metresAway: number
  readonly siteRadius: number
  /** A photo taken for this verification, not for an earlier one. */
  readonly photographed: boolean
}

/** An event is verified on the spot and with a photo, whatever the result (G-03). */
export function checkVerification({ metresAway, siteRadius, photographed }: Verification): Verdict {
  if (metresAway > siteRadius) return refuse(gridErrors.notOnSite, { metres: Math.round(metresAway), most: siteRadius })
  return photographed ? fine : refuse(gridErrors.photoMissing)
}

/** Unsolvable is what was not solved in an extension either (G-06); it is looked at again by a day that is told. */
export function checkShelving(facts: { readonly extended: boolean; readonly reviewOn: string; readonly today: string; readonly lastDay: string }): Verdict {
  if (!facts.extended) return refuse(gridErrors.notExtended)
  return checkReviewDay(facts)
}

export function checkReviewDay({ reviewOn, today, lastDay }: { readonly reviewOn: string; readonly today: string; readonly lastDay: string }): Verdict {
  return reviewOn > today && reviewOn <= lastDay ? fine : refuse(gridErrors.reviewDayWrong, { from: today, to: lastDay })
}
