import { weekday } from './day.ts'
import type { ExplainedDay } from './explain.ts'
import chinese from './locales/zh-CN.json' with { type: 'json' }
import type { CountedUnit } from './due.ts'

/** The words of an explanation; the shape of a locale file of this folder. */
export type ExplanationWords = Pick<typeof chinese, 'explain' | 'weekdays' | 'causes' | 'parties'>

/** An explanation in plain words, one line a day; Chinese unless other words are given. */
export function explainInWords(days: readonly ExplainedDay[], unit: CountedUnit, words: ExplanationWords = chinese): readonly string[] {
  return days.map((row) => lineOf(row, unit, words))
}

function lineOf(row: ExplainedDay, unit: CountedUnit, words: ExplanationWords): string {
  const { explain } = words
  const counted = unit === 'HOUR' || unit === 'WORKING_HOUR' ? explain.countedHours : explain.countedDays
  return fill(explain.line, {
    day: row.day,
    weekday: words.weekdays[weekday(row.day) - 1] ?? '',
    verdict: row.counted ? fill(counted, { number: String(Math.round((row.number ?? 0) * 100) / 100) }) : explain.notCounted,
    reason: reasonOf(row, words),
    owner: row.counted || row.why === 'stopped' ? fill(explain.owner, { party: words.parties[row.party.kind] }) : '',
    document: row.why === 'stopped' && row.documentId !== undefined ? fill(explain.document, { document: row.documentId }) : '',
    provisional: row.provisional ? explain.provisional : '',
  })
}

function reasonOf(row: ExplainedDay, { explain, causes }: ExplanationWords): string {
  const reason = fill(explain.reasons[row.why], { cause: causes[row.cause] })
  const named = row.name === undefined ? reason : fill(explain.named, { reason, name: row.name })
  return row.source === undefined ? named : fill(explain.sourced, { reason: named, source: row.source })
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
}
