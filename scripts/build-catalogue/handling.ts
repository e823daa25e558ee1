import type { TimeLimit } from '#kernel/time/limits.ts'
import type { ItemVersion } from '#modules/catalogue/schema/item-version.ts'
import type { ProcessStep, Route, SpecialProcedure } from '#modules/catalogue/schema/route.ts'
import { COUNTERSIGNED, NOT_SHORTENED } from './corrections.ts'
import { settled } from './facts.ts'
import type { ItemFact } from './facts.ts'

type Limits = Pick<ItemVersion, 'statutoryLimit' | 'statutoryExtension' | 'statutoryLimitNote' | 'promisedLimit' | 'promisedLimitNote'>

/** Promises of the district in working days where no law sets a limit, by item type. */
const LOCAL_PROMISE: Readonly<Record<ItemFact['itemType'], number>> = { '01': 10, '05': 15, '07': 10, '09': 60, '10': 5, '20': 3 }

function statutory(fact: ItemFact): { readonly limit: TimeLimit | null; readonly extension: TimeLimit | null } {
  const known = fact.statutoryLimit
  if (known !== null)
    return { limit: known.months === undefined ? { value: known.value, unit: known.unit } : { value: known.months, unit: 'MONTH' }, extension: known.extension ?? null }
  // 行政许可法 art. 42: twenty working days and ten more where nothing else is set.
  const general = fact.statutoryLimitNote?.includes('行政许可法第42条') === true
  return general ? { limit: { value: 20, unit: 'WORKING_DAY' }, extension: { value: 10, unit: 'WORKING_DAY' } } : { limit: null, extension: null }
}

/** The limits of an item: the law's as found, and the district's promise of about half of it. */
export function limitsOf(fact: ItemFact): Limits {
  const { limit, extension } = statutory(fact)
  const note = fact.statutoryLimitNote ?? fact.statutoryLimit?.note ?? null
  const noteText = note === null ? null : settled(note, 'sourced').text
  const instant = fact.handlingKind === '1'
  const keep = NOT_SHORTENED.includes(fact.id)
  const promised: TimeLimit = instant
    ? { value: 0, unit: 'WORKING_DAY' }
    : limit === null
      ? { value: LOCAL_PROMISE[fact.itemType], unit: 'WORKING_DAY' }
      : { value: keep ? limit.value : Math.max(1, Math.ceil(limit.value / 2)), unit: limit.unit }
  return {
    statutoryLimit: limit,
    statutoryExtension: extension,
    statutoryLimitNote: noteText,
    promisedLimit: promised,
    promisedLimitNote: limit === null && !instant ? '法律没有规定办理期限，由本区承诺。' : null,
  }
}

/** The five steps of an item, with countersigning departments beside the review. */
export function routeOf(fact: ItemFact, department: string, promise: TimeLimit): Route {
  const day = (value: number): TimeLimit => ({ value, unit: value === 0 ? 'WORKING_DAY' : promise.unit })
  const instant = promise.value === 0
  const review = instant ? 0 : Math.max(1, Math.ceil(promise.value * 0.6))
  const others = COUNTERSIGNED[fact.id] ?? []
  const group = others.length > 0 ? 'review' : null
  const base = { parallelGroup: null, countersign: false, officers: 1, note: null, when: [] }
  const steps: readonly ProcessStep[] = [
    {
      ...base,
      key: 'accept',
      kind: 'ACCEPT',
      name: '受理',
      unit: 'general-window',
      role: 'windowClerk',
      order: 1,
      internalLimit: { value: instant ? 0 : 1, unit: 'WORKING_DAY' },
    },
    // 行政许可法 art. 34: two officers or more check the substance.
    {
      ...base,
      key: 'review',
      kind: 'REVIEW',
      name: '审核',
      unit: department,
      role: 'reviewer',
      order: 2,
      parallelGroup: group,
      officers: fact.itemType === '01' && !instant ? 2 : 1,
      internalLimit: day(review),
    },
    ...others.map((unit): ProcessStep => ({
      ...base,
      key: `opinion-${unit}`,
      kind: 'REVIEW',
      name: '会签',
      unit,
      role: 'reviewer',
      order: 2,
      parallelGroup: group,
      countersign: true,
      internalLimit: day(review),
      note: '只出具意见，不增设条件。',
    })),
    { ...base, key: 'approve', kind: 'APPROVE', name: '审批', unit: department, role: 'approver', order: 3, internalLimit: day(Math.max(0, promise.value - review)) },
    { ...base, key: 'close', kind: 'CLOSE', name: '办结', unit: department, role: 'reviewer', order: 4, internalLimit: { value: 0, unit: 'WORKING_DAY' } },
    {
      ...base,
      key: 'deliver',
      kind: 'DELIVER',
      name: '送达',
      unit: 'general-window',
      role: 'windowClerk',
      order: 5,
      internalLimit: { value: instant ? 0 : 1, unit: 'WORKING_DAY' },
    },
  ]
  return { steps }
}

const PROCEDURE_KINDS: readonly (readonly [pattern: RegExp, kind: SpecialProcedure['kind']])[] = [
  [/听证/, 'HEARING'],
  [/招标/, 'TENDER'],
  [/拍卖/, 'AUCTION'],
  [/检疫/, 'QUARANTINE'],
  [/检验/, 'INSPECTION'],
  [/检测|检定/, 'TESTING'],
  [/鉴定/, 'APPRAISAL'],
  [/专家|评审|技术评|评价|评估|考古/, 'EXPERT_REVIEW'],
  [/核查|勘|核实|踏勘|试讲/, 'SITE_CHECK'],
  [/公示|公告/, 'PUBLIC_NOTICE'],
  [/征求|评议/, 'CONSULTATION'],
]

/** The special procedures of an item as its facts have them. */
export function proceduresOf(fact: ItemFact): readonly SpecialProcedure[] {
  return fact.specialProcedures.map(({ name, stopsClock, basis, note }, at) => ({
    key: `p${at + 1}`,
    kind: PROCEDURE_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'OTHER',
    name,
    stopsClock,
    limit: null,
    basis,
    note: note ?? null,
    mark: basis === null ? ('recalled' as const) : (fact.marks['specialProcedures']?.mark ?? 'recalled'),
    when: [],
  }))
}
