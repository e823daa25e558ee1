import { fill } from '#ui/fill.ts'
import strings from './locales/zh-CN.json' with { type: 'json' }

export type CatalogueTextKey = keyof typeof strings

/** A string of the catalogue's public pages. */
export function say(key: CatalogueTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
