import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from '../../locales/en.json' with { type: 'json' }
import words from '../../locales/zh-CN.json' with { type: 'json' }
import en from '../locales/portal.en.json' with { type: 'json' }
import strings from '../locales/portal.zh-CN.json' with { type: 'json' }

/** A string of the public pages of the hotline. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

type WordList = 'kinds' | 'states' | 'rejectionClasses' | 'satisfactions'

/** A code of the hotline in the language of the page. */
export function wordOf(list: WordList, code: string): string {
  return wordsIn(list)[code] ?? code
}

/** All codes of a list with their words, to choose from. */
export function optionsOf(list: WordList): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(wordsIn(list)).map(([value, label]) => ({ value, label }))
}

function wordsIn(list: WordList): Readonly<Record<string, string>> {
  return spoken<typeof words, WordList>({ 'zh-CN': words, en: wordsEn }, list)
}
