import { must } from '#kernel/errors/refusal.ts'
import { arm, type ArmInput, endOf, handOver, satisfy, type Timer, voidTimer } from './timer.ts'

/** Why and when a clock falls away. */
export interface End {
  readonly at: Date
  readonly reason: string
}

/** What a kind of matter does with its clocks, by the names that it declares. */
export interface NamedClocks<Name extends string> {
  /** The clock of this name that runs or stands still; undefined where there is none or it has ended. */
  readonly openClock: (timers: readonly Timer[], name: Name) => Timer | undefined
  /** The open clocks of these names, done at an instant. */
  readonly done: (timers: readonly Timer[], names: Name | readonly Name[], at: Date) => readonly Timer[]
  /** The open clocks of these names, fallen away. */
  readonly dropped: (timers: readonly Timer[], names: Name | readonly Name[], end: End) => readonly Timer[]
  /** The open clock of this name, on the time of another unit; its due date stays. */
  readonly passed: (timers: readonly Timer[], name: Name, to: { readonly unitId: string; readonly at: Date }) => readonly Timer[]
}

/** The clocks of a kind of matter. Each function gives the changed timers alone, as a step records them; what is not open is left alone. */
export function clocksNamed<Name extends string>(): NamedClocks<Name> {
  const openClock = (timers: readonly Timer[], name: Name): Timer | undefined => openClocks(timers).find((timer) => timer.name === name)
  const open = (timers: readonly Timer[], names: Name | readonly Name[]): readonly Timer[] => [names].flat().flatMap((name) => openClock(timers, name as Name) ?? [])
  return {
    openClock,
    done: (timers, names, at) => open(timers, names).map((timer) => must(satisfy(timer, at))),
    dropped: (timers, names, { at, reason }) => open(timers, names).map((timer) => must(voidTimer(timer, at, reason))),
    passed: (timers, name, { unitId, at }) => open(timers, name).map((timer) => must(handOver(timer, { at, party: { kind: 'unit', id: unitId } }))),
  }
}

/** Every clock that has not ended. */
export function openClocks(timers: readonly Timer[]): readonly Timer[] {
  return timers.filter((timer) => endOf(timer) === undefined)
}

/** Every clock that has not ended, fallen away. */
export function allDropped(timers: readonly Timer[], { at, reason }: End): readonly Timer[] {
  return openClocks(timers).map((timer) => must(voidTimer(timer, at, reason)))
}

/** The timers of a matter as they will be after a step that changes some and adds others. */
export function afterStep(timers: readonly Timer[], changed: readonly Timer[]): readonly Timer[] {
  const ids = new Set(changed.map(({ id }) => id))
  return [...timers.filter(({ id }) => !ids.has(id)), ...changed]
}

/** A clock that ends at an instant which another matter's clock has set: counted in whole hours, back from that end. */
export function armUntil({ at, ...clock }: Omit<ArmInput, 'anchorAt' | 'budget'> & { readonly at: Date }, dueAt: Date): Timer {
  const value = Math.max(1, Math.ceil((dueAt.getTime() - at.getTime()) / 3_600_000))
  return must(arm({ ...clock, anchorAt: new Date(dueAt.getTime() - value * 3_600_000), budget: { value, unit: 'HOUR' } }))
}
