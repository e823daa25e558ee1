import { fill } from '#ui/fill.ts'
import strings from './locales/zh-CN.json' with { type: 'json' }

/** A string of the public pages of reporting. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
