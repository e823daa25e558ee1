import { Rows } from '#ui/index-list.tsx'
import { instantWords } from '#web/day-words.ts'
import type { FoundCase } from './find-case.ts'
import { say, wordOf } from './text.ts'

/** Cases whose numbers end alike, to choose from. */
export function FoundCases({ found, path }: { readonly found: readonly FoundCase[]; readonly path: string }) {
  if (found.length === 0) return null
  return (
    <div className="mt">
      <p>
        <strong>{say('find.several', { count: found.length })}</strong>
      </p>
      <Rows items={found.map(({ number, itemName, applicantName, state, openedAt }) => ({ title: itemName, href: `${path}/${number}`, lines: [say('find.line', { applicant: applicantName, state: wordOf('states', state), when: instantWords(openedAt) }), number] }))} />
    </div>
  )
}
