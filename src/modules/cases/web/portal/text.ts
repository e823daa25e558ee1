import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from '../locales/portal.en.json' with { type: 'json' }
import strings from '../locales/portal.zh-CN.json' with { type: 'json' }

export type PortalTextKey = keyof typeof strings

/** A string of the public pages of cases. */
export function say(key: PortalTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}
