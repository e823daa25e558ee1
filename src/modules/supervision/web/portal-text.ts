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

/** A string of the public pages of supervision, in the language of the page. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

export type WordList = Exclude<keyof typeof words, 'errors' | 'messages' | 'bulletin'>

/** A code of supervision in the language of the page. */
export function wordOf(list: WordList, code: string): string {
  return wordsIn(list)[code] ?? code
}

/** Codes of a list with their words, to choose from; all of them unless told. */
export function optionsOf(list: WordList, codes: readonly string[] = Object.keys(words[list])): readonly Option[] {
  return codes.map((value) => ({ value, label: wordOf(list, value) }))
}

function wordsIn(list: WordList): Readonly<Record<string, string>> {
  return spoken<Pick<typeof words, WordList>, WordList>({ 'zh-CN': words, en: wordsEn }, list)
}
