import { fill } from './fill.ts'
import { spoken } from './language.ts'
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

/** The few words that belong to a part itself (marks of a calendar, "required"), not to the page that uses it. */
export function partText(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}
