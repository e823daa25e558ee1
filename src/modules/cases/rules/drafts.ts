import type { TimeLimit } from '#kernel/time/limits.ts'

const dayMs = 86_400_000

/** How long a filed draft still leads to its case, so that a second click finds it. */
const filedDays = 1

/** The instant at which a draft is forgotten that was saved at this one; whole days, however a city writes the limit. */
export function draftEnd(savedAt: Date, kept: TimeLimit): Date {
  return new Date(savedAt.getTime() + kept.value * dayMs)
}

export function filedDraftEnd(filedAt: Date): Date {
  return new Date(filedAt.getTime() + filedDays * dayMs)
}

/** Whether a writer who saw one version may save over another: only over what he saw. */
export function mayReplace(seen: number | undefined, stored: number | undefined): boolean {
  return (seen ?? 0) === (stored ?? 0)
}
