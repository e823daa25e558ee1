import { fill } from '#ui/fill.ts'
import strings from './locales/pages.zh-CN.json' with { type: 'json' }

export type EditorTextKey = keyof typeof strings

/** A string of the catalogue editor. */
export function say(key: EditorTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
