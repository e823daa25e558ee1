import type { Ctx } from '#kernel/contract/operation.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import type { Category } from './categories.ts'
import { categoryLimits, limitNameOf } from './settings.ts'

/** How long handling a class may take, in working hours, by what holds on the day of the call. */
export function handlingHours(ctx: Pick<Ctx, 'now' | 'services'>, { key, hours }: Category): number {
  return settingsAt(ctx, categoryLimits)[limitNameOf(key)]?.value ?? hours
}
