import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt } from '#web/call.ts'

export type Presence = OutputOf<'cases.note-opening'>

/** Says that the caller has the case open, and who else has. Undefined for those who only watch. */
export async function notePresence(context: Readonly<RouterContextProvider>, number: string): Promise<Presence | undefined> {
  const answer = await attempt(context, 'cases.note-opening', { number })
  return answer.ok ? answer.value : undefined
}
