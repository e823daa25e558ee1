import { fill } from '#ui/fill.ts'
import strings from './locales/zh-CN.json' with { type: 'json' }

export type ShellTextKey = keyof typeof strings

/** A string of the shell: header, footer, error pages, home. Modules have their own locale files. */
export function say(key: ShellTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
