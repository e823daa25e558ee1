import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/portal.en.json' with { type: 'json' }
import strings from './locales/portal.zh-CN.json' with { type: 'json' }

export interface Option {
  readonly value: string
  readonly label: string
}

/** A string of the public pages of publication, in the language of the page. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

type WordList = Exclude<keyof typeof words, 'errors' | 'messages' | 'drawn' | 'feed'>

/** A code of publication in the language of the page. */
export function wordOf(list: WordList, code: string): string {
  return wordsIn(list)[code] ?? code
}

/** The word of the class of a record; an interpretation has none of its own. */
export function classWord(filed: string | null): string {
  return wordOf('classes', filed ?? 'interpretation')
}

/** All codes of a list with their words, to choose from. */
export function optionsOf(list: WordList): readonly Option[] {
  return Object.keys(words[list]).map((value) => ({ value, label: wordOf(list, value) }))
}

/** The ten types in the order of the law; an object would put the code 10 before 01. */
export function powerTypeOptions(): readonly Option[] {
  return optionsOf('powerTypes').toSorted((one, other) => Number(one.value) - Number(other.value))
}

function wordsIn(list: WordList): Readonly<Record<string, string>> {
  return spoken<Pick<typeof words, WordList>, WordList>({ 'zh-CN': words, en: wordsEn }, list)
}
