import { fill } from '#ui/fill.ts'
import strings from './locales/zh-CN.json' with { type: 'json' }

export type DeskTextKey = keyof typeof strings

/** A string of the general window. */
export function say(key: DeskTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
