import { fill } from './fill.ts'
import { spoken } from './language.ts'
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

/** What stands between texts of the same kind, in the order of its strength; `gap` only sets them apart. */
type Join = 'list' | 'clauses' | 'parts' | 'sentences' | 'label' | 'share' | 'gap'

/** Texts in one, with what the language of the page puts between them: 、 or a comma. */
export function joined(by: Join, texts: readonly (string | number)[]): string {
  return texts.join(partText(`join.${by}`))
}

/** The few words that belong to a part itself (marks of a calendar, "required"), not to the page that uses it. */
export function partText(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}
