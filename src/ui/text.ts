import { fill } from './fill.ts'
import strings from './locales/zh-CN.json' with { type: 'json' }

/** The few words that belong to a part itself (marks of a calendar, "required"), not to the page that uses it. */
export function partText(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
