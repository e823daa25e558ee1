import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type SupervisionTextKey = keyof typeof strings

/** A string of the pages of supervision. */
export function say(key: SupervisionTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

export type WordList = Exclude<keyof typeof words, 'errors' | 'messages' | 'bulletin'>

/** A code of supervision in Chinese. */
export function wordOf(list: WordList, code: string): string {
  return (words[list] as Readonly<Record<string, string>>)[code] ?? code
}

/** Codes of a list with their words, to choose from: all of them, or those that are named. */
export function optionsOf(list: WordList, codes: readonly string[] = Object.keys(words[list])): readonly { readonly value: string; readonly label: string }[] {
  return codes.map((value) => ({ value, label: wordOf(list, value) }))
}
