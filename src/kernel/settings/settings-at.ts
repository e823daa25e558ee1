import type { Ctx } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { valueOn } from './change.ts'
import { type SettingGroup, settingKey, type Settings, type ValuesOf, valuesBy } from './setting.ts'

/** The local rules of a module on the day of the call. Asks no database: a clock that is armed with a value keeps it. */
export function settingsAt<S extends Settings>(ctx: Pick<Ctx, 'now' | 'services'>, group: SettingGroup<S>): ValuesOf<S> {
  const { settings: source } = ctx.services
  if (source.version === 0) return group.defaults
  const day = dayOf(ctx.now)
  return valuesBy(group.settings, (name, setting) => valueOn(setting, source.changesOf(settingKey(group.module, name)), day))
}
