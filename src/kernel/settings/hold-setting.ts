import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { SettingChange } from './change.ts'
import { settingErrors } from './errors.ts'
import { localRuleLifecycle } from './lifecycle.ts'
import type { Setting } from './setting.ts'
import { holdRule, readChanges } from './store.ts'

/** A local rule, held against other changes until commit, as the ledger has it now; no matter before its first change. */
export interface HeldSetting {
  readonly setting: Setting
  readonly changes: readonly SettingChange[]
  readonly matter: Matter | undefined
}

export async function holdSetting(ctx: Ctx, key: string): Promise<HeldSetting> {
  const named = ctx.services.settings.named.get(key)
  if (named === undefined) throw new Refusal(settingErrors.unknown)
  await holdRule(ctx.db, key)
  const matter = await findMatter(ctx.db, localRuleLifecycle.kind, key, true)
  return { setting: named.setting, changes: (await readChanges(ctx.db)).get(key) ?? [], matter }
}
