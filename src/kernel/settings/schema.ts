import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { limitUnits } from '#kernel/time/limits.ts'
import { changeAfter, changeOn, type SettingChange } from './change.ts'
import type { NamedSetting } from './settings-source.ts'

/** The public name of a local rule: `cases.acceptance-notice`. */
export const SettingKey = z.string().regex(/^[a-z-]{1,40}\.[a-z0-9-]{1,60}$/)

/** A number, or the name of the way that is chosen. */
export const SettingValue = z.union([z.number(), z.string().regex(/^[a-zA-Z]{1,40}$/)])

/** A local rule as it stands on a day. */
export const ShownSetting = z.object({
  key: z.string(),
  /** The business that it belongs to, in Chinese. */
  business: z.string(),
  title: z.string(),
  /** The document that decided the value, or where the default comes from; never the law, which stands in `bound`. */
  basis: z.string(),
  kind: z.enum(['limit', 'count', 'ratio', 'choice']),
  /** Of a time limit. */
  unit: z.enum(limitUnits).nullable(),
  value: SettingValue,
  /** The day from which the value holds; null while it is the default. */
  since: Day.nullable(),
  default: SettingValue,
  /** Of a number: what is no slip of the pen. */
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** Of a choice: the ways with their words. */
  options: z.array(z.object({ value: z.string(), words: z.string() })),
  /** How far the law lets the city go. */
  bound: z.object({ sense: z.enum(['atMost', 'atLeast']), value: z.number(), law: z.string() }).nullable(),
  /** The next change that is decided. */
  next: z.object({ value: SettingValue, validFrom: Day }).nullable(),
})

export const ShownChange = z.object({
  validFrom: Day,
  value: SettingValue,
  reason: z.string(),
  document: z.string(),
  decidedAt: z.string(),
  /** kind:id of who entered it. */
  by: z.string(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})

export function shownSetting({ key, business, setting, words }: NamedSetting, changes: readonly SettingChange[], day: Day): z.input<typeof ShownSetting> {
  const current = changeOn(changes, day)
  const next = changeAfter(changes, day)
  return {
    key,
    business,
    title: words.title,
    basis: current?.document ?? words.basis,
    kind: setting.kind,
    unit: setting.kind === 'limit' ? setting.unit : null,
    value: current?.value ?? setting.value,
    since: current?.validFrom ?? null,
    default: setting.value,
    ...(setting.kind === 'choice' ? { least: null, most: null, bound: null } : { least: setting.least, most: setting.most, bound: setting.bound ?? null }),
    options: setting.kind === 'choice' ? setting.options.map((value) => ({ value, words: words.options?.[value] ?? value })) : [],
    next: next === undefined ? null : { value: next.value, validFrom: next.validFrom },
  }
}

export function shownChange({ validFrom, value, reason, document, decidedAt, by, withdrawn }: SettingChange): z.input<typeof ShownChange> {
  return { validFrom, value, reason, document, decidedAt: instantText(decidedAt), by, withdrawn: withdrawn && { ...withdrawn, at: instantText(withdrawn.at) } }
}
