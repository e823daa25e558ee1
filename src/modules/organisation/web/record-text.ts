import { fill } from '#ui/fill.ts'
import strings from './locales/records.zh-CN.json' with { type: 'json' }

export type RecordTextKey = keyof typeof strings

/** A string of the pages on which units, halls, windows and staff are registered and changed. */
export function say(key: RecordTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
