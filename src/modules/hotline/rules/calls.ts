import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { hotlineErrors } from '../errors.ts'

export const CALL_STATES = ['ringing', 'talking', 'held', 'transferred', 'conference', 'ended'] as const
export type CallState = (typeof CALL_STATES)[number]

export const CALL_ACTS = ['answer', 'hold', 'resume', 'transfer', 'join', 'hang-up'] as const
export type CallAct = (typeof CALL_ACTS)[number]

const steps: Readonly<Record<CallAct, { readonly from: readonly CallState[]; readonly to: CallState }>> = {
  answer: { from: ['ringing'], to: 'talking' },
  hold: { from: ['talking'], to: 'held' },
  resume: { from: ['held'], to: 'talking' },
  transfer: { from: ['talking', 'held'], to: 'transferred' },
  join: { from: ['talking', 'held'], to: 'conference' },
  'hang-up': { from: ['ringing', 'talking', 'held', 'transferred', 'conference'], to: 'ended' },
}

/** The state in which an act leaves a call; a unit that does not pick up leaves the caller with the seat. */
export function afterAct(state: CallState, act: CallAct, connected = true): Verdict<CallState> {
  const { from, to } = steps[act]
  if (!from.includes(state)) return refuse(hotlineErrors.callStateWrong, { state, act })
  return fineWith((act === 'transfer' || act === 'join') && !connected ? 'talking' : to)
}

/** What a seat may do with a call in this state. */
export function actsIn(state: CallState): readonly CallAct[] {
  return CALL_ACTS.filter((act) => steps[act].from.includes(state))
}

/** Whether a call goes from ringing to lost when the exchange says that the caller hung up; what is lost already stays so. Who was answered is hung up by the seat. */
export function isNewlyLost({ state, answeredAt }: { readonly state: CallState; readonly answeredAt: Date | null }): Verdict<boolean> {
  if (state === 'ringing') return fineWith(true)
  return state === 'ended' && answeredAt === null ? fineWith(false) : refuse(hotlineErrors.callStateWrong, { state, act: 'lose' })
}
