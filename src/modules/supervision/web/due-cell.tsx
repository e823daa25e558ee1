import { ClockBadge } from '#ui/tag.tsx'
import { dueInstantWords } from '#web/day-words.ts'
import { say } from './text.ts'

/** The clock of a row: due when, overdue, or none. */
export function DueCell({ dueAt, provisional, overdue }: { readonly dueAt: string | null; readonly provisional: boolean; readonly overdue: boolean }) {
  return <ClockBadge state={dueAt === null ? 'done' : overdue ? 'over' : 'run'}>{dueAt === null ? say('clock.none') : dueInstantWords(dueAt, provisional)}</ClockBadge>
}
