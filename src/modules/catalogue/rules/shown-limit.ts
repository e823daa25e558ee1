import type { TimeLimit } from '#kernel/time/limits.ts'
import type { ItemVersion } from '../schema/item-version.ts'

/** How a page may call a limit: 法定 only where the text of a law was read; else 法定（待核） or 本地承诺. */
export interface ShownLimits {
  readonly promised: TimeLimit
  /** Null where no law sets a limit or the figure is not known to come from one. */
  readonly statutory: TimeLimit | null
  /** A figure that is said to be the law's and was not verified. */
  readonly unverified: TimeLimit | null
}

/** Sorts the limits of a version by what they may be called: a figure not sourced in law is never shown as law. */
export function shownLimits({ promisedLimit, statutoryLimit, marks }: Pick<ItemVersion, 'promisedLimit' | 'statutoryLimit' | 'marks'>): ShownLimits {
  const sourced = marks.statutoryLimit === 'sourced'
  return { promised: promisedLimit, statutory: sourced ? statutoryLimit : null, unverified: sourced ? null : statutoryLimit }
}
