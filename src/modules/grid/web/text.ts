import { fill } from '#ui/fill.ts'
import shipped from '../locales/categories.zh-CN.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type GridTextKey = keyof typeof strings

/** A string of the pages of the grid. */
export function say(key: GridTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

type WordList = Exclude<keyof typeof words, 'errors' | 'messages'>

/** A code of the grid in Chinese. */
export function wordOf(list: WordList, code: string): string {
  return (words[list] as Readonly<Record<string, string>>)[code] ?? ''
}

export function optionsOf(list: WordList): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(words[list]).map(([value, label]) => ({ value, label }))
}

const names = new Map(shipped.map(({ key, name }) => [key, name]))

export function categoryName(key: string): string {
  return names.get(key) ?? ''
}

/** The classes to choose from: events before components, because that is what people see. */
export const categoryOptions = shipped.map(({ key, group, name }) => ({ value: key, label: `${group}·${name}` })).toSorted((one, other) => (one.value < other.value ? -1 : 1))

/** A cell as people call it: the number of the cell in its community. */
export function cellWords(id: string, community: string | undefined): string {
  return say('cell.name', { community: community ?? id.slice(0, 12), number: Number(id.slice(12)) })
}
