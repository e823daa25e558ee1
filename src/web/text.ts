import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type ShellTextKey = keyof typeof strings

/** A string of the shell: header, footer, error pages, home. Modules have their own locale files. */
export function say(key: ShellTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}
