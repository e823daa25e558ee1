import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import shipped from '../../../data/hotline/categories.json' with { type: 'json' }
import { hotlineErrors } from './errors.ts'

/** A big class (大类) of appeals. */
export interface Category {
  readonly key: string
  /** Kept in a ledger of its own and dispatched before others (H-13), with all its small classes. */
  readonly first: boolean
  /** Its small classes (小类). An appeal is of one of them, or of the big class where none fits. */
  readonly classes: readonly string[]
}

/** The categories of appeals in two levels, as the office ships them. */
export const categories: readonly Category[] = shipped

/** The big class of every category, by its key; a big class is its own. */
export const bigClasses: Readonly<Record<string, string>> = Object.fromEntries(categories.flatMap(({ key, classes }) => [key, ...classes].map((one) => [one, key])))

/** The big class to which a category belongs. One that is no longer shipped stands for itself. */
export function bigClassOf(category: string): string {
  return bigClasses[category] ?? category
}

/** A category with all that belongs to it: a big class with its small ones. */
export function within(category: string): readonly string[] {
  return [category, ...(categories.find(({ key }) => key === category)?.classes ?? [])]
}

/** How urgent an order is in every list: emergencies, then categories that go first (H-13). */
export function priorityOf(order: { readonly emergency: boolean; readonly category: string | null }): 0 | 1 | 2 {
  if (order.emergency) return 2
  const big = order.category === null ? null : bigClassOf(order.category)
  return categories.some(({ key, first }) => first && key === big) ? 1 : 0
}

export function checkCategory(key: string): Verdict<string> {
  return Object.hasOwn(bigClasses, key) ? fineWith(key) : refuse(hotlineErrors.categoryUnknown, { category: key })
}
