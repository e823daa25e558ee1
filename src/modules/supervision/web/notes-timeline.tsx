import type { OutputOf } from '#app'
import { Timeline } from '#ui/timeline.tsx'
import { instantWords } from '#web/day-words.ts'
import { say, type WordList, wordOf } from './text.ts'

/** What was written at each step, the latest first, and how it began where nothing was written then. */
export function NotesTimeline({ notes, words, begin }: { readonly notes: OutputOf<'supervision.get-finding'>['notes']; readonly words: WordList; readonly begin?: { readonly title: string; readonly at: string } | undefined }) {
  return (
    <Timeline
      small
      entries={[
        ...notes.toReversed().map((note) => ({
          title: note.authorName === null ? wordOf(words, note.command) : say('note.by', { command: wordOf(words, note.command), name: note.authorName }),
          at: note.at,
          when: instantWords(note.at),
          text: note.text,
        })),
        ...(begin === undefined ? [] : [{ title: begin.title, at: begin.at, when: instantWords(begin.at) }]),
      ]}
    />
  )
}
