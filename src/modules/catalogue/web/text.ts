import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type CatalogueTextKey = keyof typeof strings

/** A string of the catalogue's public pages. */
export function say(key: CatalogueTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

/** A list of codes of the catalogue in words. */
export function wordList<K extends 'itemTypes' | 'handlingKinds' | 'delivery'>(list: K): (typeof words)[K] {
  return spoken<typeof words, K>({ 'zh-CN': words, en: wordsEn }, list)
}
