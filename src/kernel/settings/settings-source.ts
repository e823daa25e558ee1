import { z } from 'zod'
import type { Db } from '#kernel/db/pool.ts'
import type { SettingChange } from './change.ts'
import { type Setting, type SettingGroup, settingKey } from './setting.ts'
import { readChanges } from './store.ts'

const Words = z.object({ title: z.string().min(1), basis: z.string().min(1), business: z.string().min(1).optional(), options: z.record(z.string(), z.string().min(1)).optional() })
const SettingTexts = z.object({ business: z.string().min(1) }).catchall(Words)

/** A local rule with its public name and its words. */
export interface NamedSetting {
  readonly key: string
  /** The business that it belongs to, in Chinese. */
  readonly business: string
  readonly setting: Setting
  readonly words: z.infer<typeof Words>
}

/** Of a module: its local rules, and its texts with their words. */
export interface SettingsOwner {
  readonly name: string
  readonly settings?: SettingGroup
  readonly locales: { readonly zh: Readonly<Record<string, unknown>> }
}

/** The local rules as this process knows them, kept up to date with what other processes change. */
export interface SettingsSource {
  /** Grows with every change; 0 while all defaults hold. */
  readonly version: number
  /** Every rule that a module declares, by key. */
  readonly named: ReadonlyMap<string, NamedSetting>
  changesOf(key: string): readonly SettingChange[]
  /** Reads the changes if the database has another version. */
  renew(db: Db, version: number): Promise<void>
}

export function createSettingsSource(modules: readonly SettingsOwner[]): SettingsSource {
  const named = new Map(modules.flatMap(namedSettings).map((each) => [each.key, each]))
  let known: { readonly version: number; readonly changes: ReadonlyMap<string, readonly SettingChange[]> } = { version: 0, changes: new Map() }
  return {
    named,
    get version() {
      return known.version
    },
    changesOf: (key) => known.changes.get(key) ?? [],
    async renew(db, version) {
      if (version !== known.version) known = { version, changes: await readChanges(db) }
    },
  }
}

/** The local rules of a module; its locale has the words of each under `settings`. */
function namedSettings({ name: module, settings, locales }: SettingsOwner): readonly NamedSetting[] {
  if (settings === undefined) return []
  const texts = SettingTexts.parse(locales.zh['settings'])
  return Object.entries(settings.settings).map(([name, setting]) => {
    const words = texts[name]
    if (words === undefined) throw new Error(`${module}: the local rule ${name} has no words in the locale`)
    if (setting.kind === 'choice' && setting.options.some((option) => words.options?.[option] === undefined)) throw new Error(`${module}: a way of the local rule ${name} has no words in the locale`)
    return { key: settingKey(module, name), business: words.business ?? texts.business, setting, words }
  })
}
