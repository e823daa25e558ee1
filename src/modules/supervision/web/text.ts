import { fill } from '#ui/fill.ts'
import portalStrings from './locales/portal.zh-CN.json' with { type: 'json' }
import staffStrings from './locales/zh-CN.json' with { type: 'json' }

export { optionsOf, type WordList, wordOf } from './portal-text.ts'

/** Staff see much that the public sees too, in the same words. */
const strings = { ...portalStrings, ...staffStrings }

export type SupervisionTextKey = keyof typeof strings

/** A string of the staff's pages of supervision. */
export function say(key: SupervisionTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
