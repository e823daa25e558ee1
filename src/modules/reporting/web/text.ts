import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

/** A string of the public pages of reporting. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

/** The number of a definition's version: `1` of `cases.accepted/1`. */
export function versionOf(definition: string): string {
  return definition.slice(definition.lastIndexOf('/') + 1)
}
