import type { Satisfaction } from '../schema.ts'

export interface CallbackAnswer {
  readonly satisfaction: Satisfaction
  readonly solved: boolean | null
}

/** Who has answered by himself keeps his answer when the call that follows brings none (H-07, KPI 58). */
export function answerThatStands(said: CallbackAnswer, before: CallbackAnswer | undefined): CallbackAnswer {
  return before !== undefined && isOpinion(before.satisfaction) && !isOpinion(said.satisfaction) ? before : said
}

function isOpinion(satisfaction: Satisfaction): boolean {
  return satisfaction !== 'unreachable' && satisfaction !== 'refused'
}

export interface CallbackFacts {
  readonly satisfaction: Satisfaction
  /** Whether it is the unit's fault that the caller is dissatisfied; asked of nobody else. */
  readonly unitFault: boolean
  /** Calls made so far, this one included. */
  readonly tries: number
  /** Who is not reached so often is not called again. */
  readonly mostTries: number
}

/** What follows from a callback: close, do it once more when the unit is at fault, or call again who was not reached (H-07). */
export function afterCallback({ satisfaction, unitFault, tries, mostTries }: CallbackFacts): 'close' | 'redo' | 'again' {
  if (satisfaction === 'unreachable') return tries < mostTries ? 'again' : 'close'
  return satisfaction === 'dissatisfied' && unitFault ? 'redo' : 'close'
}

/** Whether who asked hears the answer of the hotline himself: he called here, not a hotline above, and his order has not been given away since (H-07). */
export function isOnTheLine({ channel, fromAbove, dispatchedAt }: { readonly channel: string; readonly fromAbove: boolean; readonly dispatchedAt: Date | null }): boolean {
  return channel === 'phone' && !fromAbove && dispatchedAt === null
}

/** Whether a caller reads the reply to his order: once its quality is checked, and not while it is done once more. */
export function isTold(state: string): boolean {
  return state === 'answered' || state === 'awaitingCallback' || state === 'closed'
}
