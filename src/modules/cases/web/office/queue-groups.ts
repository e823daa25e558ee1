import type { OutputOf } from '#app'
import type { ClockSign } from './clock-words.ts'
import { dayWords } from '#web/day-words.ts'
import type { QueueOrder } from './queue-address.ts'
import { say } from './text.ts'

export type QueueLine = OutputOf<'cases.list-queue'>['items'][number]

const urgencies = ['over', 'today', 'soon', 'later', 'stopped'] as const
type Urgency = (typeof urgencies)[number]

export interface QueueRow {
  readonly line: QueueLine
  readonly sign: ClockSign
  readonly urgency: Urgency
}

export interface QueueGroup {
  readonly key: string
  readonly title: string
  readonly rows: readonly QueueRow[]
}

/** So many working days or fewer are soon. */
const soonDays = 3

/** A line of the queue by shape, word and urgency, as of `today`.  */
export function queueRow(line: QueueLine, today: string): QueueRow {
  const { clock } = line
  if (clock === null) return { line, sign: { state: 'done', words: say('clock.none') }, urgency: 'later' }
  if (line.stopped) return { line, sign: { state: 'stop', words: say('clock.stopped') }, urgency: 'stopped' }
  if (line.overdue) return { line, sign: { state: 'over', words: say('clock.over') }, urgency: 'over' }
  if (line.dueOn === today) return { line, sign: { state: 'near', words: say('clock.today') }, urgency: 'today' }
  const left = clock.budget - clock.used
  const inHours = clock.unit.includes('HOUR')
  return { line, sign: { state: 'run', words: say(inHours ? 'clock.left.hours' : 'clock.left', { left: Math.ceil(left) }) }, urgency: inHours || left <= soonDays ? 'soon' : 'later' }
}

/** The rows under headings that go with their order; a heading without rows is left out, and within one the order of the queue stays. */
export function queueGroups(rows: readonly QueueRow[], order: QueueOrder): readonly QueueGroup[] {
  switch (order) {
    case 'urgency':
      return urgencies.map((urgency) => ({ key: urgency, title: say(`urgency.${urgency}`, { days: soonDays }), rows: rows.filter((row) => row.urgency === urgency) })).filter((group) => group.rows.length > 0)
    case 'receipt':
      return [...Map.groupBy(rows, ({ line }) => line.openedAt.slice(0, 10))].map(([day, own]) => ({ key: day, title: say('queue.filed', { day: dayWords(day) }), rows: own }))
    case 'item':
      return [...Map.groupBy(rows, ({ line }) => line.itemName)].map(([title, own], place) => ({ key: `item-${place}`, title, rows: own }))
  }
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
      return /^step:(?:opinion|asked)-/.test(task) ? say('task.countersign') : say('task.review')
  }
}
