import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import caseSteps from './locales/case-steps.zh-CN.json' with { type: 'json' }
import portalStrings from './locales/portal.zh-CN.json' with { type: 'json' }
import staffStrings from './locales/zh-CN.json' with { type: 'json' }

/** Staff see much that callers see too, in the same words. */
const strings = { ...portalStrings, ...staffStrings }

export type HotlineTextKey = keyof typeof strings

/** A string of the staff's pages of the hotline. */
export function say(key: HotlineTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

type WordList = Exclude<keyof typeof words, 'errors' | 'messages' | 'titles' | 'provisionalDay'>

/** A code of the hotline in Chinese. */
export function wordOf(list: WordList, code: string): string {
  return (words[list] as Readonly<Record<string, string>>)[code] ?? code
}

/** All codes of a list with their words, to choose from. */
export function optionsOf(list: WordList): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(words[list]).map(([value, label]) => ({ value, label }))
}

/** A step of the case whose ledger is attached, in the words of the office. */
export function caseStepName(command: string): string {
  return (caseSteps as Readonly<Record<string, string>>)[command] ?? say('case.step')
}

export function categoryName(key: string | null): string {
  return key === null ? say('category.none') : wordOf('categories', key)
}

export const categoryOptions = optionsOf('categories')
