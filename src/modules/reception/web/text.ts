import { fill } from '#ui/fill.ts'
import strings from './locales/zh-CN.json' with { type: 'json' }

export type ReceptionTextKey = keyof typeof strings

/** A string of the hall's page. */
export function say(key: ReceptionTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
