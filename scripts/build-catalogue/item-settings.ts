import type { ItemVersion } from '#modules/catalogue/schema/item-version.ts'
import type { Mark } from '#modules/catalogue/schema/mark.ts'
import { parseDay } from '#kernel/time/day.ts'
import { PUBLISHED_BASIC_CODES, VISITS, WIDER_SCOPE } from './corrections.ts'
import type { Department } from './departments.ts'
import { keyOf, settled } from './facts.ts'
import type { ItemFact, ThemeFact } from './facts.ts'

const PLACE = { name: '花都区政务服务中心综合窗口', address: '广州市花都区政务服务中心一楼综合受理区', hours: '周一至周五 9:00—12:00，13:00—17:00' }

function basesOf(fact: ItemFact): ItemVersion['legalBasis'] {
  return fact.legalBasis.map(({ law, article, kind, says, version, mark }) => {
    const shown = settled(says, mark)
    const role = kind === 'departmentRule' || kind === 'normativeDocument' ? ('DETAIL' as const) : ('SETTING' as const)
    return { law, article, kind, role, says: shown.text, version: version === undefined ? null : parseDay(version), inForceFrom: null, mark: shown.mark }
  })
}

/** Who runs an item, at which level, by which power and on which legal basis. */
export function responsibilityOf(fact: ItemFact, department: Department) {
  const exerciseLevel = fact.levels.includes('4') || !fact.levels.some((level) => level > '4') ? '4' : '5'
  const higherOnly = fact.levels.every((level) => level < '4')
  const nature = higherOnly ? 'ENTRUSTED' : department.creditCode.startsWith('11') ? 'STATUTORY' : 'AUTHORISED'
  return {
    department: department.key,
    implementingBody: { name: department.name, creditCode: department.creditCode, nature },
    entrustedBy: higherOnly ? '上级主管部门' : null,
    exerciseLevel,
    powerSource: higherOnly ? '5' : '1',
    legalBasis: basesOf(fact),
    serviceObjects: fact.serviceObject,
  } satisfies Partial<ItemVersion>
}

/** Sentences of the facts with their marks and references. */
export function textsOf(entries: ItemFact['conditions']): ItemVersion['notes'] {
  return entries.map(({ text, mark, ref }) => ({ ...settled(text, mark), references: ref ?? [] }))
}

/** Questions and answers, notes and yearly duties. */
export function explanationsOf(fact: ItemFact): Pick<ItemVersion, 'faq' | 'notes' | 'duties'> {
  const faq = fact.faq.map(({ q, a, mark, ref }) => {
    const answer = settled(a, mark)
    return { question: /[？?]$/.test(q) ? q : `${q}？`, answer: answer.text, references: ref ?? [], mark: answer.mark }
  })
  return { faq, notes: textsOf(fact.notes), duties: textsOf(fact.annualRules) }
}

/** The themes that contain an item, and the stages of life under which people and companies look for it. */
export function topicsOf(fact: ItemFact, themes: readonly ThemeFact[]): Pick<ItemVersion, 'themes' | 'personalTopics' | 'corporateTopics'> {
  const own = themes.filter((theme) => [...theme.steps.flatMap((step) => step.items), ...theme.conditionalItems].some((item) => item.id === fact.id))
  const stages = [...new Set(own.map((theme) => theme.lifeStage))]
  return {
    themes: own.map((theme) => keyOf(theme.id)),
    personalTopics: fact.serviceObject.includes('1') ? stages : [],
    corporateTopics: fact.serviceObject.some((object) => object !== '1') ? stages : [],
  }
}

/** Where and how an item can be handled, and whom to ring up. */
export function accessOf(fact: ItemFact, department: Department) {
  const [maxVisits, visitReason] = VISITS[fact.id] ?? [0, null]
  const property = fact.id.startsWith('BD') || fact.id.startsWith('GJ')
  const minimumAssurance: ItemVersion['minimumAssurance'] = maxVisits > 0 || property ? 'L3' : 'L2'
  return {
    channels: ['WINDOW', 'ONLINE', 'MOBILE', 'POST'] as const,
    onlineDepth: maxVisits > 0 ? 3 : 4,
    onlineUrl: null,
    maxVisits,
    visitReason,
    postalAllowed: true,
    acceptanceScope: WIDER_SCOPE[fact.id] ?? ('COUNTY' as const),
    inServiceCentre: true,
    bookable: true,
    onTerminals: fact.handlingKind === '1',
    modes: { instant: fact.handlingKind === '1', online: maxVisits === 0, nearby: fact.levels.some((level) => level === '5' || level === '6'), once: maxVisits <= 1 },
    minimumAssurance,
    places: [PLACE],
    consultPhone: department.phones.consult,
    complaintPhone: department.phones.complaint,
    singleSignOn: true,
  }
}

/** How sure each element is, from the facts; what the district decides is a local setting. */
export function marksOf(fact: ItemFact): ItemVersion['marks'] {
  const from = (name: string): Mark => fact.marks[name]?.mark ?? 'recalled'
  return {
    basicCode: PUBLISHED_BASIC_CODES[fact.id] === undefined ? 'recalled' : 'sourced',
    legalBasis: from('legalBasis'),
    exerciseLevel: 'localSetting',
    serviceObjects: from('serviceObject'),
    acceptanceConditions: from('conditions'),
    statutoryLimit: from('statutoryLimit'),
    promisedLimit: 'localSetting',
    specialProcedures: from('specialProcedures'),
    hearing: from('hearing'),
    scenarios: from('scenarios'),
    materials: from('materials'),
    gapTolerant: 'localSetting',
    pledgeApproval: from('pledgeApproval'),
    form: 'localSetting',
    fees: from('fee'),
    route: 'localSetting',
    result: from('resultName'),
    validity: from('validity'),
    faq: from('faq'),
    synonyms: from('synonyms'),
    places: 'localSetting',
  }
}
