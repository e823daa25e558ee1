import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import shipped from '../../../data/hotline/categories.json' with { type: 'json' }
import { hotlineErrors } from './errors.ts'

export interface Category {
  readonly key: string
  /** Kept in a ledger of its own and dispatched before others (H-13). */
  readonly first: boolean
}

/** The categories of appeals, as the office ships them. */
export const categories: readonly Category[] = shipped

/** How urgent an order is in every list: emergencies, then categories that go first (H-13). */
export function priorityOf(order: { readonly emergency: boolean; readonly category: string | null }): 0 | 1 | 2 {
  if (order.emergency) return 2
  return categories.some(({ key, first }) => first && key === order.category) ? 1 : 0
}

export function checkCategory(key: string): Verdict<string> {
  return categories.some((category) => category.key === key) ? fineWith(key) : refuse(hotlineErrors.categoryUnknown, { category: key })
}
