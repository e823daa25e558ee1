import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import shippedEn from '../locales/categories.en.json' with { type: 'json' }
import shipped from '../locales/categories.zh-CN.json' with { type: 'json' }
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/portal.en.json' with { type: 'json' }
import strings from './locales/portal.zh-CN.json' with { type: 'json' }

export interface Option {
  readonly value: string
  readonly label: string
}

/** A string of the public pages of the grid, in the language of the page. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

type WordList = Exclude<keyof typeof words, 'errors' | 'messages'>

/** A code of the grid in the language of the page. */
export function wordOf(list: WordList, code: string): string {
  return wordsIn(list)[code] ?? ''
}

export function optionsOf(list: WordList): readonly Option[] {
  return Object.keys(words[list]).map((value) => ({ value, label: wordOf(list, value) }))
}

type CategoryWords = (typeof shippedEn)[number]

const byKey = (categories: readonly CategoryWords[]): ReadonlyMap<string, CategoryWords> => new Map(categories.map((category) => [category.key, category]))
const categories = { 'zh-CN': { named: byKey(shipped) }, en: { named: byKey(shippedEn) } }

/** What a class is called, its group, and from when on it is taken up. */
export function categoryWords(key: string): CategoryWords | undefined {
  return spoken(categories, 'named').get(key)
}

export function categoryName(key: string): string {
  return categoryWords(key)?.name ?? ''
}

/** The classes to choose from: events before components, because that is what people see. */
export function categoryOptions(): readonly Option[] {
  return [...spoken(categories, 'named').values()].map(({ key, group, name }) => ({ value: key, label: say('category.option', { group, name }) })).toSorted((one, other) => (one.value < other.value ? -1 : 1))
}

/** A cell as people call it: the number of the cell in its community. */
export function cellWords(id: string, community: string | undefined): string {
  return say('cell.name', { community: community ?? id.slice(0, 12), number: Number(id.slice(12)) })
}

function wordsIn(list: WordList): Readonly<Record<string, string>> {
  return spoken<Pick<typeof words, WordList>, WordList>({ 'zh-CN': words, en: wordsEn }, list)
}
