import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt } from '#web/call.ts'

/** The cases of whoever stands at the window. */
export interface OwnCases {
  readonly personId: string
  /** Undefined when he showed his document too long ago, or to somebody else. */
  readonly list: OutputOf<'cases.list-cases-at-window'> | undefined
  readonly ended: boolean
}

/** Asked before an item is looked for: whoever goes on to a new application needs the old ones no more, and each reading is written down. */
export async function loadOwnCases(context: Readonly<RouterContextProvider>, personId: string, params: URLSearchParams): Promise<OwnCases> {
  const ended = params.get('cases') === 'ended'
  const cursor = params.get('cursor')
  const answer = await attempt(context, 'cases.list-cases-at-window', { personId, ended: String(ended), limit: 50, ...(cursor !== null && { cursor }) })
  return { personId, list: answer.ok ? answer.value : undefined, ended }
}

/** The desk with one of the two lists of this person. */
export function ownCasesHref({ personId, ended }: Pick<OwnCases, 'personId' | 'ended'>): string {
  const params = new URLSearchParams({ applicant: personId, ...(ended && { cases: 'ended' }) })
  return `/desk?${params.toString()}#own-cases`
}
