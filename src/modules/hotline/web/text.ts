import { fill } from '#ui/fill.ts'
import categories from '../locales/categories.zh-CN.json' with { type: 'json' }
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

const bigClasses: Readonly<Record<string, { readonly name: string; readonly classes: Readonly<Record<string, string>> }>> = categories

/** A category in Chinese: a big class by its name, a small one behind it. */
export function categoryName(key: string | null): string {
  if (key === null) return say('category.none')
  const own = bigClasses[key]
  if (own !== undefined) return own.name
  const of = Object.values(bigClasses).find(({ classes }) => Object.hasOwn(classes, key))
  return of === undefined ? key : say('category.small', { big: of.name, small: of.classes[key] ?? '' })
}

/** All categories to choose from: under the name of each big class its small ones, and the big one itself for what fits none of them. */
export const categoryGroups = Object.entries(bigClasses).map(([key, { name, classes }]) => ({
  label: name,
  options: [...Object.entries(classes).map(([value, label]) => ({ value, label })), { value: key, label: say('category.whole', { big: name }) }],
}))
