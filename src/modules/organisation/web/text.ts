import { fill } from '#ui/fill.ts'
import organisationTexts from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type OrganisationTextKey = keyof typeof strings

/** A string of the staff sign-in and of the lists of the administration. */
export function say(key: OrganisationTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

type WordList = 'roles' | 'unitKinds' | 'hallKinds' | 'windowKinds' | 'postRanks' | 'exerciseLevels' | 'managementKinds' | 'headPowers'

/** The codes of a list with their words, to choose from. */
export function choicesOf(list: WordList): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(organisationTexts[list]).map(([value, label]) => ({ value, label }))
}

/** A code of the organisation module in Chinese. */
export function wordOf(list: WordList, code: string): string {
  return (organisationTexts[list] as Readonly<Record<string, string>>)[code] ?? code
}
