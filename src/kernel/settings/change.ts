import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { settingErrors } from './errors.ts'
import { isSound, keepsBound, type Setting, type SettingValue } from './setting.ts'

/** A change of a local rule as the ledger has it. */
export interface SettingChange {
  readonly validFrom: Day
  readonly value: SettingValue
  readonly reason: string
  /** The document that decided it: its title or number. */
  readonly document: string
  readonly decidedAt: Date
  /** kind:id of who entered it. */
  readonly by: string
  /** Withdrawn before its day: it never held. */
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly reason: string } | null
}

/** The change that holds on a day: the latest to have begun; undefined while the default does. */
export function changeOn(changes: readonly SettingChange[], day: Day): SettingChange | undefined {
  return standing(changes).filter(({ validFrom }) => validFrom <= day).at(-1)
}

/** The next change after a day, if one is decided. */
export function changeAfter(changes: readonly SettingChange[], day: Day): SettingChange | undefined {
  return standing(changes).find(({ validFrom }) => validFrom > day)
}

export function valueOn(setting: Setting, changes: readonly SettingChange[], day: Day): SettingValue {
  return changeOn(changes, day)?.value ?? setting.value
}

/**
 * Whether a rule may be changed from a day on. The day must be still to come, so that no day, once begun, is ruled otherwise than it
 * was; the law's bound is never passed; each day begins one rule.
 */
export function checkChange(setting: Setting, changes: readonly SettingChange[], wanted: Pick<SettingChange, 'validFrom' | 'value'>, today: Day): Verdict {
  const { validFrom, value } = wanted
  if (setting.kind !== 'choice' && setting.bound !== undefined && typeof value === 'number' && !keepsBound(setting, value)) return refuse(settingErrors.beyondTheLaw, { ...setting.bound }, [{ pointer: '/value', code: settingErrors.beyondTheLaw.code }])
  if (!isSound(setting, value)) return refuse(settingErrors.outOfRange, rangeOf(setting), [{ pointer: '/value', code: settingErrors.outOfRange.code }])
  if (validFrom <= today) return refuse(settingErrors.dayHasBegun, { today }, [{ pointer: '/validFrom', code: settingErrors.dayHasBegun.code }])
  if (standing(changes).some((change) => change.validFrom === validFrom)) return refuse(settingErrors.alreadySet, { validFrom })
  return valueOn(setting, changes, validFrom) === value ? refuse(settingErrors.unchanged, { value }) : fine
}

function rangeOf(setting: Setting): Readonly<Record<string, unknown>> {
  return setting.kind === 'choice' ? { options: setting.options } : { least: setting.least, most: setting.most }
}

/** Only what has not begun may be withdrawn. */
export function checkWithdrawal(changes: readonly SettingChange[], validFrom: Day, today: Day): Verdict {
  if (!standing(changes).some((change) => change.validFrom === validFrom)) return refuse(settingErrors.changeUnknown)
  return validFrom <= today ? refuse(settingErrors.dayHasBegun, { today }) : fine
}

function standing(changes: readonly SettingChange[]): readonly SettingChange[] {
  return changes.filter(({ withdrawn }) => withdrawn === null).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}
