import { handlingItemCode, implementCode } from '#kernel/ids/item-codes.ts'
import { must } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ItemVersion } from '#modules/catalogue/schema/item-version.ts'
import type { CertificateType } from '#modules/catalogue/schema/lists.ts'
import type { Scenario, ScenarioOption } from '#modules/catalogue/schema/scenario.ts'
import type { CertificateNames } from './certificates.ts'
import { PUBLISHED_BASIC_CODES } from './corrections.ts'
import { departmentOf, departments } from './departments.ts'
import { keyOf, settled } from './facts.ts'
import type { ItemFact, ThemeFact } from './facts.ts'
import { applicantQuestion, formOf, servesBoth } from './forms.ts'
import { accessOf, explanationsOf, marksOf, responsibilityOf, textsOf, topicsOf } from './item-settings.ts'
import { limitsOf, proceduresOf, routeOf } from './handling.ts'
import { materialsOf } from './materials.ts'
import { feesOf, resultOf } from './results.ts'

const EFFECTIVE_FROM: Day = '2024-01-01'

/** Situations that are handling items of their own: another act on the same result. */
const HANDLING_SITUATION = /^(变更|延续|注销|补办|补领|换领|换证|换发|歇业|停业)$/

export interface Surroundings {
  readonly facts: readonly ItemFact[]
  readonly themes: readonly ThemeFact[]
  readonly certificates: CertificateNames
  readonly certificateTypes: readonly CertificateType[]
}

/** The 12-digit basic code: published ones as found, others derived from province 44, type, department and order within it. */
export function basicCodeOf(fact: ItemFact, facts: readonly ItemFact[]): string {
  const published = PUBLISHED_BASIC_CODES[fact.id]
  if (published !== undefined) return published
  const department = departmentOf(fact.id)
  const place = facts.filter((other) => departmentOf(other.id).key === department.key).findIndex((other) => other.id === fact.id) + 1
  const main = `${String(departments.findIndex((one) => one.key === department.key) + 1).padStart(2, '0')}${String(place).padStart(3, '0')}`
  return `44${fact.itemType}${main}000`
}

function situationQuestion(fact: ItemFact): Scenario | undefined {
  if (fact.scenarios.length === 0) return undefined
  const options = fact.scenarios.map(({ situation, effect, mark }, at): ScenarioOption => {
    const shown = settled(effect, mark)
    return { key: `s${at + 1}`, label: settled(situation, mark).text, effect: shown.text === '' ? null : shown.text, mark: shown.mark }
  })
  return { key: 'situation', question: '你属于哪种情形？', hint: null, choose: 'ONE', options, showWhen: [] }
}

function handlingItemsOf(fact: ItemFact, code: string, options: readonly ScenarioOption[]): ItemVersion['handlingItems'] {
  const own = options.filter((option) => HANDLING_SITUATION.test(option.label))
  const rest = options.filter((option) => !own.includes(option)).map((option) => option.key)
  const item = must(implementCode({ creditCode: code.slice(0, 18), level: Number(code.charAt(18)), basicCode: code.slice(19) }))
  const first = own.length > 0 && !/变更|延续|注销/.test(fact.name) ? `${fact.name}（新办）` : fact.name
  return [
    { code: must(handlingItemCode(item, 1)), name: first, when: own.length > 0 && rest.length > 0 ? [{ question: 'situation', anyOf: rest }] : [] },
    ...own.map((option, at) => ({
      code: must(handlingItemCode(item, at + 2)),
      name: `${fact.name}（${option.label}）`,
      when: [{ question: 'situation', anyOf: [option.key] }],
    })),
  ]
}

/** One complete item version from its facts and the settings of the district. */
export function itemOf(fact: ItemFact, { facts, themes, certificates, certificateTypes }: Surroundings): ItemVersion {
  const department = departmentOf(fact.id)
  const responsibility = responsibilityOf(fact, department)
  const basicCode = basicCodeOf(fact, facts)
  const code = must(implementCode({ creditCode: department.creditCode, level: Number(responsibility.exerciseLevel), basicCode }))
  const situation = situationQuestion(fact)
  const options = situation?.options ?? []
  const limits = limitsOf(fact)
  const route = routeOf(fact, department.key, limits.promisedLimit)
  return {
    itemKey: keyOf(fact.id),
    version: 1,
    state: 'PUBLISHED',
    effectiveFrom: EFFECTIVE_FROM,
    effectiveTo: null,
    basicCode,
    implementCode: code,
    localBasicCode: null,
    localImplementCode: null,
    name: fact.name,
    plainName: fact.synonyms[0] ?? fact.name,
    synonyms: fact.synonyms,
    itemType: fact.itemType,
    handlingItems: handlingItemsOf(fact, code, options),
    ...responsibility,
    otherDepartments: route.steps.filter((step) => step.countersign).map((step) => step.unit),
    handlingKind: fact.handlingKind === '1' ? 'INSTANT' : 'PROMISED',
    acceptanceConditions: textsOf(fact.conditions),
    quantityLimit: null,
    ...limits,
    specialProcedures: proceduresOf(fact),
    hearing: fact.hearing.required === 'none' ? 'NONE' : fact.hearing.required === 'mandatory' ? 'MANDATORY' : 'ON_REQUEST',
    pledgeApproval: fact.pledgeApproval.commonlyAllowed,
    pledgeNote: fact.pledgeApproval.note === null ? null : settled(fact.pledgeApproval.note, 'recalled').text,
    scenarios: [...(servesBoth(fact.serviceObject) ? [applicantQuestion] : []), ...(situation ? [situation] : [])],
    materials: materialsOf(fact, options, certificates),
    form: formOf(fact),
    intermediaryServices: fact.materials.filter((material) => material.source === 'intermediary').map((material) => material.name),
    route,
    result: resultOf(fact, department.name, certificates, certificateTypes),
    ...explanationsOf(fact),
    ...accessOf(fact, department),
    ...feesOf(fact),
    ...topicsOf(fact, themes),
    relatedItems: (fact.typicalParallelWith ?? []).map((item) => keyOf(item.id)),
    marks: marksOf(fact),
  }
}
