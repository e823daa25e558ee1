import { fill } from '#ui/fill.ts'
import organisationTexts from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type OrganisationTextKey = keyof typeof strings

/** A string of the staff sign-in and of the lists of the administration. */
export function say(key: OrganisationTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

/** A code of the organisation module in Chinese. */
export function wordOf(list: 'roles' | 'unitKinds' | 'hallKinds' | 'windowKinds' | 'postRanks', code: string): string {
  return (organisationTexts[list] as Readonly<Record<string, string>>)[code] ?? code
}
