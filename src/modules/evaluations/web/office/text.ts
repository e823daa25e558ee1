import { fill } from '#ui/fill.ts'
import evaluationTexts from '../../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type RectificationTextKey = keyof typeof strings

/** Why a handler reads who gave a name: of the purposes of `subjects.unmask` those that putting right has. */
export const contactPurposes = ['contact', 'complaint'] as const

/** A string of the pages on which bad reviews are put right. */
export function say(key: RectificationTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

/** A code of the evaluations module in Chinese. */
export function wordOf(list: 'grades' | 'reasons' | 'serviceKinds' | 'grounds' | 'findings' | 'callbackResults' | 'states' | 'commands', code: string): string {
  return (evaluationTexts[list] as Readonly<Record<string, string>>)[code] ?? code
}
