import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import shipped from './locales/categories.zh-CN.json' with { type: 'json' }
import { gridErrors } from './errors.ts'

/** A class of components (部件, key P…) or of events (事件, key E…). */
export interface Category {
  readonly key: string
  readonly group: string
  readonly name: string
  /** When a report of this class is filed (立案条件). */
  readonly condition: string
  /** How long handling it may take, in working hours, until the city decides otherwise (settings.ts). */
  readonly hours: number
  /** The unit that usually handles it at the district's level. */
  readonly unitKey: string
}

export const categories: readonly Category[] = shipped

const byKey = new Map(categories.map((category) => [category.key, category]))

export function categoryOf(key: string): Verdict<Category> {
  const category = byKey.get(key)
  return category === undefined ? refuse(gridErrors.categoryUnknown, { category: key }) : fineWith(category)
}

export function isComponent(key: string): boolean {
  return key.startsWith('P')
}
