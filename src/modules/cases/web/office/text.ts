import { fill } from '#ui/fill.ts'
import caseTexts from '../../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type OfficeTextKey = keyof typeof strings

/** A string of the staff pages of a case. */
export function say(key: OfficeTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

type WordList = 'states' | 'outcomes' | 'commands' | 'opinions' | 'channels' | 'causes' | 'sources' | 'evidenceStates' | 'delivery' | 'refundCauses'

/** A code of the cases module in Chinese; a code that has no word is shown as it is. */
export function wordOf(list: WordList, code: string): string {
  return (caseTexts[list] as Readonly<Record<string, string>>)[code] ?? code
}

/** The name of a legal document by its kind. */
export function documentName(kind: string): string {
  const key = `document.${kind}`
  return key in strings ? say(key as OfficeTextKey) : kind
}
