import type { OutputOf } from '#app'
import { type CaseClock, clockSign, type ClockSign, isStopped, leadingTimer } from './clock-words.ts'
import { say } from './text.ts'

export type QueueLine = OutputOf<'cases.list-queue'>['items'][number]

export const urgencies = ['over', 'today', 'soon', 'later', 'stopped'] as const
export type Urgency = (typeof urgencies)[number]

export interface QueueRow {
  readonly line: QueueLine
  readonly sign: ClockSign
  readonly dueDay: string | null
  readonly urgency: Urgency
}

export interface QueueGroup {
  readonly urgency: Urgency
  readonly rows: readonly QueueRow[]
}

/** A line of the queue with the clock that presses it. Three working days or less are soon. */
export function queueRow(line: QueueLine, clock: CaseClock): QueueRow {
  const timer = leadingTimer(clock.timers)
  const row = { line, sign: clockSign(timer, clock.at), dueDay: timer?.dueDay ?? null }
  if (timer === undefined) return { ...row, urgency: 'later' }
  if (isStopped(timer)) return { ...row, urgency: 'stopped' }
  if (timer.overdue) return { ...row, urgency: 'over' }
  if (timer.dueDay === clock.at.slice(0, 10)) return { ...row, urgency: 'today' }
  return { ...row, urgency: timer.usage.unit.includes('HOUR') || timer.usage.remaining <= 3 ? 'soon' : 'later' }
}

/** The rows by urgency, the most urgent first; groups without rows are left out. Within a group the order of the queue stays. */
export function queueGroups(rows: readonly QueueRow[]): readonly QueueGroup[] {
  return urgencies.map((urgency) => ({ urgency, rows: rows.filter((row) => row.urgency === urgency) })).filter((group) => group.rows.length > 0)
}

/** What the task of a line asks for: 待受理, 待决定 … */
export function taskWords(task: string): string {
  switch (task) {
    case 'accept':
      return say('task.accept')
    case 'issue':
      return say('task.issue')
    case 'deliver':
      return say('task.deliver')
    case 'revoke':
      return say('task.revoke')
    case 'step:approve':
      return say('task.decide')
    default:
      return task.startsWith('step:opinion-') ? say('task.countersign') : say('task.review')
  }
}
