import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { limitUnits } from '#kernel/time/limits.ts'
import { changeAfter, changeOn, type SettingChange } from './change.ts'
import type { NamedSetting } from './settings-source.ts'

/** The public name of a local rule: `cases.acceptance-notice`. */
export const SettingKey = z.string().regex(/^[a-z-]{1,40}\.[a-z-]{1,60}$/)

/** A local rule as it stands on a day. */
export const ShownSetting = z.object({
  key: z.string(),
  /** The business that it belongs to, in Chinese. */
  business: z.string(),
  title: z.string(),
  /** The document that decided the value, or where the default comes from; never the law, which stands in `bound`. */
  basis: z.string(),
  kind: z.enum(['limit', 'count', 'ratio']),
  /** Of a time limit. */
  unit: z.enum(limitUnits).nullable(),
  value: z.number(),
  /** The day from which the value holds; null while it is the default. */
  since: Day.nullable(),
  default: z.number(),
  least: z.number(),
  most: z.number(),
  /** How far the law lets the city go. */
  bound: z.object({ sense: z.enum(['atMost', 'atLeast']), value: z.number(), law: z.string() }).nullable(),
  /** The next change that is decided. */
  next: z.object({ value: z.number(), validFrom: Day }).nullable(),
})

export const ShownChange = z.object({
  validFrom: Day,
  value: z.number(),
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
    least: setting.least,
    most: setting.most,
    bound: setting.bound ?? null,
    next: next === undefined ? null : { value: next.value, validFrom: next.validFrom },
  }
}

export function shownChange({ validFrom, value, reason, document, decidedAt, by, withdrawn }: SettingChange): z.input<typeof ShownChange> {
  return { validFrom, value, reason, document, decidedAt: instantText(decidedAt), by, withdrawn: withdrawn && { ...withdrawn, at: instantText(withdrawn.at) } }
}
