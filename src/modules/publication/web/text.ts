import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type PublicationTextKey = keyof typeof strings

/** A string of the pages of publication. */
export function say(key: PublicationTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

type WordList = Exclude<keyof typeof words, 'errors' | 'messages' | 'drawn' | 'feed'>

/** A code of publication in Chinese. */
export function wordOf(list: WordList, code: string): string {
  return (words[list] as Readonly<Record<string, string>>)[code] ?? code
}

/** The word of the class of a record; an interpretation has none of its own. */
export function classWord(filed: string | null): string {
  return wordOf('classes', filed ?? 'interpretation')
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** All codes of a list with their words, to choose from. */
export function optionsOf(list: WordList): readonly Option[] {
  return Object.entries(words[list]).map(([value, label]) => ({ value, label }))
}

/** The ten types in the order of the law; an object would put the code 10 before 01. */
export const powerTypeOptions: readonly Option[] = optionsOf('powerTypes').toSorted((one, other) => Number(one.value) - Number(other.value))
