import { fill } from '#ui/fill.ts'
import portalStrings from './locales/portal.zh-CN.json' with { type: 'json' }
import staffStrings from './locales/zh-CN.json' with { type: 'json' }

export { classWord, type Option, optionsOf, powerTypeOptions, wordOf } from './portal-text.ts'

/** Staff see much that the public sees too, in the same words. */
const strings = { ...portalStrings, ...staffStrings }

export type PublicationTextKey = keyof typeof strings

/** A string of the staff's pages of publication. */
export function say(key: PublicationTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
