import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { publicationErrors } from '../errors.ts'
import { type RecordCommand, recordLifecycle } from '../lifecycle.ts'
import type { RecordTheme } from '../schema.ts'

/** What a caller may do with the records of a unit. */
export interface Reach {
  readonly edits: boolean
  readonly reviews: boolean
  readonly reads: boolean
}

export interface HandlingFacts {
  readonly state: string
  readonly theme: RecordTheme
  readonly isInterpretation: boolean
  /** Whoever wrote any of the edition at hand. */
  readonly writers: readonly string[]
}

const reviewing: readonly RecordCommand[] = ['clear', 'return', 'withhold']

/** Whether this caller may give the command, apart from the state: nobody reviews what he wrote himself (O-17); only a punishment can be found revoked (O-18). */
export function checkHandling(command: RecordCommand, who: Reach & { readonly actor: string }, facts: HandlingFacts): Verdict {
  if (reviewing.includes(command)) {
    if (!who.reviews) return refuse(publicationErrors.notReviewer)
    return facts.writers.includes(who.actor) ? refuse(publicationErrors.ownDraft) : fine
  }
  if (!who.edits) return refuse(publicationErrors.notEditor)
  if (command === 'report-revocation' && (facts.theme !== 'punishment' || facts.isInterpretation)) return refuse(publicationErrors.notAPunishment)
  return fine
}

/** What this caller may do now; what only the program does is left out. */
export function commandsFor(who: Reach & { readonly actor: string }, facts: HandlingFacts): readonly RecordCommand[] {
  return commandsIn(recordLifecycle, facts.state).filter((command) => command !== 'expire' && checkHandling(command, who, facts).ok)
}
