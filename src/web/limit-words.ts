import type { TimeLimit } from '#kernel/time/limits.ts'
import { fill } from '#ui/fill.ts'
import words from './locales/words.zh-CN.json' with { type: 'json' }

/** A limit in words: 5个工作日. No working day at all means on the spot (即办). */
export function limitWords({ value, unit }: TimeLimit): string {
  return value === 0 ? words['limit.at-once'] : fill(words[`limit.${unit}`], { value })
}
