import { fill } from '#ui/fill.ts'
import strings from './locales/staff.zh-CN.json' with { type: 'json' }

export type StaffTextKey = keyof typeof strings

/** A string of the staff pages of reporting: wall, lists, reports. */
export function say(key: StaffTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

/** What a matter is called by its kind. */
export function kindWord(kind: string): string {
  const key = `kind.${kind}`
  return key in strings ? say(key as StaffTextKey) : say('kind.other')
}

/** The word for a value of a dimension that is a code, such as a channel; undefined for one that has no word. */
export function wordOf(code: string): string | undefined {
  const key = `word.${code}`
  return key in strings ? say(key as StaffTextKey) : undefined
}
