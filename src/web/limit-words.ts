import type { TimeLimit } from '#kernel/time/limits.ts'
import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from './locales/words.en.json' with { type: 'json' }
import words from './locales/words.zh-CN.json' with { type: 'json' }

/** A limit in words: 5个工作日. No working day at all means on the spot (即办). */
export function limitWords({ value, unit }: TimeLimit): string {
  const texts = { 'zh-CN': words, en }
  return value === 0 ? spoken(texts, 'limit.at-once') : fill(spoken(texts, `limit.${unit}`), { value })
}
