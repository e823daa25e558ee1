import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { instantWords } from '#web/day-words.ts'
import type { Shown } from './request-facts.tsx'
import { wordOf } from './portal-text.ts'

interface StepListProps {
  readonly events: readonly { readonly at: string; readonly command: string }[]
  readonly notes: Shown['notes']
}

/** Every step of the ledger with what was said at it, the newest first. */
export function StepList({ events, notes }: StepListProps) {
  const entries = events.map(({ at, command }): TimelineEntry => ({ title: wordOf('commands', command), at, when: instantWords(at), text: notes.find((note) => note.at === at && note.command === command)?.text ?? undefined }))
  return <Timeline small entries={entries.toReversed()} />
}
