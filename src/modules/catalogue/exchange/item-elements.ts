import type { TimeLimit } from '#kernel/time/limits.ts'
import type { LegalBasis } from '../schema/basis.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { channelCodes, codeOf, flagCodes, handlingCodes, natureCodes, resultCodes, scopeCodes, stateCodes, unitCodes, valueOf } from './codes.ts'
import type { Row } from './edition.ts'
import { coded, count, type Element, flag, joined, list, parts, text } from './element.ts'

type ItemElement = Element<ItemVersion>

const isKey = (part: string): boolean => /^[a-z][a-zA-Z0-9-]{0,59}$/.test(part)
const marked = (said: string) => ({ text: said, references: [], mark: 'recalled' })
const midnight = (day: string | null): string | null => (day === null ? null : `${day} 00:00:00`)

/** The column says 0 where no law sets a limit, as it does for 当场; the explanation tells them apart. */
const noLegalLimit = '法律未规定'

/** Senders write 当场 as 0 of any unit; on the spot is a matter of the working day (C-25). */
function limitOf(day: string | null | undefined, unit: string | null | undefined): TimeLimit {
  const value = Number(day ?? 0)
  return { value, unit: value === 0 ? 'WORKING_DAY' : (valueOf(unitCodes, unit) ?? 'WORKING_DAY') }
}

const statutory: ItemElement = {
  columns: ['anticipate_day', 'anticipate_type', 'anticipate_explain'],
  write: ({ statutoryLimit, statutoryLimitNote }) => ({
    anticipate_day: String(statutoryLimit?.value ?? 0),
    anticipate_type: codeOf(unitCodes, statutoryLimit?.unit ?? 'WORKING_DAY'),
    anticipate_explain: statutoryLimit === null ? [noLegalLimit, statutoryLimitNote].filter((one) => one !== null).join('；') : statutoryLimitNote,
  }),
  read: ({ anticipate_day: day, anticipate_type: unit, anticipate_explain: explain = null }) =>
    explain?.startsWith(noLegalLimit) || day === null || day === undefined
      ? { statutoryLimit: null, statutoryLimitNote: explain?.slice(noLegalLimit.length).replace(/^；/, '') || null }
      : { statutoryLimit: limitOf(day, unit), statutoryLimitNote: explain },
}

const promised: ItemElement = {
  columns: ['promise_day', 'promise_type'],
  write: ({ promisedLimit }) => ({ promise_day: String(promisedLimit.value), promise_type: codeOf(unitCodes, promisedLimit.unit) }),
  read: (row) => ({ promisedLimit: limitOf(row['promise_day'], row['promise_type']) }),
}

function basisOf(said: string): LegalBasis {
  const [, law = said, article = null] = /^《(.+?)》(?:第(.+)条)?$/.exec(said) ?? []
  const kind = law.endsWith('法') ? 'law' : law.endsWith('条例') ? 'administrativeRegulation' : 'departmentRule'
  return { law: law.slice(0, 200), article: article?.slice(0, 40) ?? null, kind, role: 'SETTING', says: '', version: null, inForceFrom: null, mark: 'recalled' }
}

const bases: ItemElement = {
  columns: ['by_law'],
  write: ({ legalBasis }) => ({ by_law: joined(legalBasis.map(({ law, article }) => `《${law}》${article === null ? '' : `第${article}条`}`)) }),
  read: (row) => ({ legalBasis: parts(row['by_law']).map(basisOf) }),
}

const body: ItemElement = {
  columns: ['dept_name', 'dept_code', 'dept_type'],
  write: ({ implementingBody: { name, creditCode, nature } }) => ({ dept_name: name, dept_code: creditCode, dept_type: codeOf(natureCodes, nature) }),
  read: (row) => ({ implementingBody: { name: row['dept_name'], creditCode: row['dept_code'], nature: valueOf(natureCodes, row['dept_type']) } }),
}

const procedures: ItemElement = {
  columns: ['special_procedure'],
  write: ({ specialProcedures }) => ({ special_procedure: joined(specialProcedures.map((one) => one.name)) ?? '无' }),
  read: (row) => ({
    specialProcedures: parts(row['special_procedure'])
      .filter((name) => name !== '无')
      .map((name, at) => ({ key: `p${at + 1}`, kind: 'OTHER', name: name.slice(0, 100), stopsClock: false, limit: null, basis: null, note: null, mark: 'recalled', when: [] })),
  }),
}

const stepKinds = [
  [/受理|收件|申请|登记/, 'ACCEPT', 'windowClerk'],
  [/审核|审查|初审|核查|勘验|评审|会签|意见/, 'REVIEW', 'reviewer'],
  [/审批|决定|批准|签批/, 'APPROVE', 'approver'],
  [/送达|领取|发放|颁发/, 'DELIVER', 'windowClerk'],
  [/./, 'CLOSE', 'approver'],
] as const

/** The table has the names of the steps only. */
const flow: ItemElement = {
  columns: ['handle_flow'],
  write: ({ route }) => ({ handle_flow: joined(route.steps.map((step) => step.name)) }),
  read: (row, { department }) => ({
    route: {
      steps: parts(row['handle_flow']).map((name, at) => {
        const [, kind, role] = stepKinds.find(([words]) => words.test(name)) ?? stepKinds[4]
        return { key: `s${at + 1}`, kind, name: name.slice(0, 60), unit: department, role, order: at + 1, parallelGroup: null, countersign: false, officers: 1, internalLimit: null, note: null, when: [] }
      }),
    },
  }),
}

const places: ItemElement = {
  columns: ['transact_addr', 'transact_time'],
  write: (item) => ({ transact_addr: joined(item.places.map(({ name, address }) => `${name}：${address}`)), transact_time: joined(item.places.map((place) => place.hours)) }),
  read: (row) => {
    const hours = parts(row['transact_time'])
    return {
      places: parts(row['transact_addr']).map((said, at) => {
        const colon = said.indexOf('：')
        return { name: colon < 1 ? said : said.slice(0, colon), address: said.slice(colon + 1) || said, hours: hours[at] ?? hours[0] ?? '' }
      }),
    }
  },
}

const channels: ItemElement = {
  columns: ['handle_type', 'is_online'],
  write: (item) => ({
    handle_type: joined(item.channels.map((channel) => codeOf(channelCodes, channel)).filter((code) => code !== null)) ?? '1',
    is_online: codeOf(flagCodes, String(item.channels.includes('ONLINE'))),
  }),
  read: (row) => ({ channels: parts(row['handle_type'] ?? '1').map((code) => valueOf(channelCodes, code)) }),
}

/** Our four depths are milestones on the national list of eight. */
const depths = ['1', '1^2^3', '1^2^3^4', '1^2^3^4^5^6'] as const

const depth: ItemElement = {
  columns: ['online_handle_depth'],
  write: ({ onlineDepth }) => ({ online_handle_depth: depths[onlineDepth - 1] ?? null }),
  read: (row) => {
    const furthest = Math.max(1, ...parts(row['online_handle_depth']).map(Number).filter((code) => code < 8))
    return { onlineDepth: furthest >= 5 ? 4 : furthest === 4 ? 3 : furthest >= 2 ? 2 : 1 }
  },
}

const urls: ItemElement = {
  columns: ['link_addr', 'mobile_terminal_url', 'online_handle_url'],
  write: ({ onlineUrl }) => ({ link_addr: onlineUrl, mobile_terminal_url: onlineUrl, online_handle_url: onlineUrl }),
  read: (row) => ({ onlineUrl: row['online_handle_url'] ?? row['link_addr'] ?? row['mobile_terminal_url'] ?? null }),
}

const singleSignOn: ItemElement = {
  columns: ['is_single_login', 'app_is_single_login'],
  write: (item) => ({ is_single_login: codeOf(flagCodes, String(item.singleSignOn)), app_is_single_login: codeOf(flagCodes, String(item.singleSignOn)) }),
  read: (row) => ({ singleSignOn: row['is_single_login'] === '1' }),
}

const closings = { CERTIFICATE: 'CERTIFICATE_ISSUED', DOCUMENT: 'DOCUMENT_ISSUED', OTHER: 'APPROVAL_ISSUED', NONE: 'CLOSED' } as const

const result: ItemElement = {
  columns: ['result_type', 'result_name'],
  write: (item) => ({ result_type: codeOf(resultCodes, item.result.kind), result_name: item.result.name }),
  read: (row, base) => {
    const kind = valueOf(resultCodes, row['result_type']) ?? base.result.kind
    return { result: { ...base.result, kind, name: row['result_name'] ?? null, closingKind: closings[kind] } }
  },
}

const markedTexts = (column: string, key: 'acceptanceConditions' | 'notes'): ItemElement => ({
  columns: [column],
  write: (item) => ({ [column]: joined(item[key].map((one) => one.text)) }),
  read: (row) => ({ [key]: parts(row[column]).map(marked) }),
})

/** Columns that say what the record is and are never taken over from a row. */
const identity: ItemElement = {
  columns: [],
  write: (item): Row => ({
    row_guid: item.itemKey,
    task_guid: item.itemKey,
    catalog_code: item.basicCode,
    task_code: item.implementCode,
    task_handle_item: null,
    task_version: String(item.version),
    task_state: codeOf(stateCodes, item.state),
    plan_effective_date: midnight(item.effectiveFrom),
    plan_effective_data: midnight(item.effectiveFrom),
    plan_cancel_date: midnight(item.effectiveTo),
  }),
  read: () => ({}),
}

/** The elements of an item and their columns in the basic and the extended table of every family. */
export const itemElements: readonly ItemElement[] = [
  identity,
  text('task_name', 'name'),
  text('task_type', 'itemType'),
  text('local_catalog_code', 'localBasicCode'),
  text('local_task_code', 'localImplementCode'),
  text('use_level', 'exerciseLevel'),
  text('power_source', 'powerSource'),
  text('entrust_name', 'entrustedBy'),
  text('fee_basis', 'feeBasis'),
  text('promise_explain', 'promisedLimitNote'),
  text('link_way', 'consultPhone'),
  text('supervise_way', 'complaintPhone'),
  text('limit_explain', 'quantityLimit'),
  text('limit_scene_explain', 'visitReason'),
  count('limit_scene_num', 'maxVisits'),
  coded('project_type', 'handlingKind', handlingCodes),
  coded('handle_area', 'acceptanceScope', scopeCodes),
  flag('is_fee', 'feeCharged'),
  flag('is_entry_center', 'inServiceCentre'),
  flag('is_express', 'postalAllowed'),
  flag('is_pay_online', 'onlinePayment'),
  flag('is_schedule', 'bookable'),
  flag('is_service_terminals', 'onTerminals'),
  list('server_type', 'serviceObjects'),
  list('service_type', 'intermediaryServices'),
  list('other_dept', 'otherDepartments', isKey),
  list('user_topic_type', 'personalTopics'),
  list('corp_topic_type', 'corporateTopics'),
  list('user_character_topic_type', 'themes', isKey),
  markedTexts('accept_condition', 'acceptanceConditions'),
  markedTexts('extend_field', 'notes'),
  statutory,
  promised,
  bases,
  body,
  procedures,
  flow,
  places,
  channels,
  depth,
  urls,
  singleSignOn,
  result,
]
