import type { ItemVersion } from '../schema/item-version.ts'

/** One element that differs between two versions: its name, and for lists the entries that came, went or changed. */
export interface ElementChange {
  readonly element: keyof ItemVersion
  readonly before: unknown
  readonly after: unknown
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** Elements that name the version itself and differ by nature. */
const NOT_COMPARED: readonly string[] = ['version', 'state', 'effectiveFrom', 'effectiveTo']

/** Compares by content: key order of objects does not matter, order of lists does. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? ''
  )
}

/** What an entry of a list is known by: its key, code, name or question; a text is known by itself. */
function entryName(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const fields = entry as Readonly<Record<string, unknown>>
  const name = fields['key'] ?? fields['code'] ?? fields['name'] ?? fields['question'] ?? fields['text'] ?? fields['law']
  return typeof name === 'string' ? name : canonical(entry)
}

function listChange(before: readonly unknown[], after: readonly unknown[]): Pick<ElementChange, 'added' | 'removed' | 'changed'> {
  const old = new Map(before.map((entry) => [entryName(entry), canonical(entry)]))
  const now = new Map(after.map((entry) => [entryName(entry), canonical(entry)]))
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: [...now].filter(([name, content]) => old.has(name) && old.get(name) !== content).map(([name]) => name),
  }
}

const NO_ENTRIES = { added: [], removed: [], changed: [] }

/** The elements in which two versions of an item differ, in the order of the record. */
export function compareVersions(before: ItemVersion, after: ItemVersion): readonly ElementChange[] {
  return (Object.keys(after) as (keyof ItemVersion)[])
    .filter((element) => !NOT_COMPARED.includes(element) && canonical(before[element]) !== canonical(after[element]))
    .map((element) => {
      const [old, now] = [before[element], after[element]]
      return { element, before: old, after: now, ...(Array.isArray(old) && Array.isArray(now) ? listChange(old, now) : NO_ENTRIES) }
    })
}

/** I-20: how a list changed between two counts. `changePercent` is rounded to two places and null where the base is nought. */
export interface CountChange {
  readonly base: number
  readonly now: number
  readonly change: number
  readonly changePercent: number | null
}

/** Counts of now against counts of a base day, in items: 337 against 562 is −40.04 %. */
export function countChange(base: number, now: number): CountChange {
  return { base, now, change: now - base, changePercent: base === 0 ? null : percent(now - base, base) }
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100
}

/** A part of a whole with its rate, as a list report prints it. */
export interface ListSum {
  readonly parts: Readonly<Record<string, number>>
  readonly total: number
  readonly ratePercent: Readonly<Record<string, number>>
}

/** I-19: the total of a list is the sum of its parts, and each part's rate is taken of that total (333 + 971 = 1304; 333 is 25.54 %). */
export function listSum(parts: Readonly<Record<string, number>>): ListSum {
  const total = Object.values(parts).reduce((sum, count) => sum + count, 0)
  return { parts, total, ratePercent: Object.fromEntries(Object.entries(parts).map(([name, count]) => [name, total === 0 ? 0 : percent(count, total)])) }
}

/** The change report between two lists of items: by name what came, what went, and the counts by type. */
export function listChangeReport(base: readonly ItemVersion[], now: readonly ItemVersion[]) {
  const count = (items: readonly ItemVersion[], type: string) => items.filter((item) => item.itemType === type).length
  const keys = (items: readonly ItemVersion[]) => new Set(items.map((item) => item.itemKey))
  const [oldKeys, newKeys] = [keys(base), keys(now)]
  const types = [...new Set([...base, ...now].map((item) => item.itemType))].sort()
  return {
    all: countChange(base.length, now.length),
    byType: Object.fromEntries(types.map((type) => [type, countChange(count(base, type), count(now, type))])),
    added: [...newKeys].filter((key) => !oldKeys.has(key)),
    removed: [...oldKeys].filter((key) => !newKeys.has(key)),
    materials: countChange(demanded(base), demanded(now)),
  }
}

/** How many papers the items ask applicants for; exempt ones are not asked for. */
function demanded(items: readonly ItemVersion[]): number {
  return items.reduce((sum, item) => sum + item.materials.filter((material) => material.exempt === null).length, 0)
}
