import { fineWith, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import type { ItemVersion } from '../schema/item-version.ts'

type Span = Pick<ItemVersion, 'effectiveFrom' | 'effectiveTo'>
type Dated = Pick<ItemVersion, 'version' | 'state' | 'effectiveFrom' | 'effectiveTo'>

/** Whether a day lies in `[effectiveFrom, effectiveTo)`. */
export function appliesOn(span: Span, day: Day): boolean {
  return span.effectiveFrom <= day && (span.effectiveTo === null || day < span.effectiveTo)
}

/** Whether two versions would both apply on some day. */
export function overlaps(one: Span, other: Span): boolean {
  return (other.effectiveTo === null || one.effectiveFrom < other.effectiveTo) && (one.effectiveTo === null || other.effectiveFrom < one.effectiveTo)
}

/** The first day on which a cancelled item takes no new case, if any version cancels it. */
export function cancellationDay(versions: readonly Dated[]): Day | undefined {
  return versions
    .filter((one) => one.state === 'CANCELLED')
    .map((one) => one.effectiveTo)
    .filter((day) => day !== null)
    .sort()[0]
}

/**
 * The version that a new application of this day goes by (I-14), or why there is none: cancelled from that day (I-15), suspended, or not in force.
 * A running case never asks again: it keeps the version of its application day.
 */
export function versionForApplication<V extends Dated>(versions: readonly V[], day: Day): Verdict<V> {
  const cancelledOn = cancellationDay(versions)
  if (cancelledOn !== undefined && day >= cancelledOn) return refuse(catalogueErrors.itemCancelled, { day: cancelledOn })
  const current = versions.filter((one) => appliesOn(one, day))
  if (current.some((one) => one.state === 'SUSPENDED')) return refuse(catalogueErrors.itemSuspended)
  const inForce = current.filter((one) => one.state === 'PUBLISHED' || one.state === 'CANCELLED')
  const [version, second] = inForce
  if (version === undefined) return refuse(catalogueErrors.itemNotInForce, { day })
  if (second !== undefined) return refuse(catalogueErrors.versionsOverlap, { versions: inForce.map((one) => one.version) })
  return fineWith(version)
}

/** Whether an open case may go on: it finishes under its own version even after the item is cancelled (I-15). */
export function openCaseFinishes(versionOfCase: Dated, appliedOn: Day): boolean {
  return appliesOn(versionOfCase, appliedOn) && versionOfCase.state !== 'DRAFT' && versionOfCase.state !== 'SUBMITTED' && versionOfCase.state !== 'RETURNED'
}

/** Publishing a version ends its predecessor on the day the new one starts: returns the predecessor to end, or refuses if a version that starts later is already published. */
export function endPredecessor<V extends Dated>(published: readonly V[], next: Dated): Verdict<V | undefined> {
  const running = published.filter((one) => one.state === 'PUBLISHED' && one.version !== next.version && overlaps(one, next))
  const later = running.filter((one) => one.effectiveFrom >= next.effectiveFrom)
  if (later.length > 0) return refuse(catalogueErrors.versionsOverlap, { versions: later.map((one) => one.version) })
  const [predecessor] = running
  return fineWith(predecessor === undefined ? undefined : { ...predecessor, effectiveTo: next.effectiveFrom })
}
