import { handlingItemCode, implementCode } from '#kernel/ids/item-codes.ts'
import { must } from '#kernel/errors/refusal.ts'
import type { ItemVersion } from '#modules/catalogue/schema/item-version.ts'
import type { ProcessStep, SpecialProcedure } from '#modules/catalogue/schema/route.ts'
import { foodForm } from './food-form.ts'
import { foodMaterials } from './food-materials.ts'
import { COLD_OR_RAW, COOKS, FOOD_SCENARIOS, NEW_OR_CHANGED } from './food-questions.ts'

const step = { parallelGroup: null, countersign: false, officers: 1, note: null, when: [] }
const STEPS: readonly ProcessStep[] = [
  { ...step, key: 'accept', kind: 'ACCEPT', name: '受理', unit: 'general-window', role: 'windowClerk', order: 1, internalLimit: { value: 1, unit: 'WORKING_DAY' } },
  {
    ...step,
    key: 'review',
    kind: 'REVIEW',
    name: '审查与现场核查',
    unit: 'shichang-jianguan',
    role: 'reviewer',
    order: 2,
    parallelGroup: 'review',
    officers: 2,
    internalLimit: { value: 3, unit: 'WORKING_DAY' },
    note: '两名以上执法人员到店核查，提前一天约时间。',
  },
  {
    ...step,
    key: 'opinion-xiaofang-jiuyuan',
    kind: 'REVIEW',
    name: '消防会签',
    unit: 'xiaofang-jiuyuan',
    role: 'reviewer',
    order: 2,
    parallelGroup: 'review',
    countersign: true,
    internalLimit: { value: 3, unit: 'WORKING_DAY' },
    note: '核对是否属于公众聚集场所。会签不增设许可条件，逾期未答视为没有意见。',
  },
  { ...step, key: 'approve', kind: 'APPROVE', name: '审批', unit: 'shichang-jianguan', role: 'approver', order: 3, internalLimit: { value: 1, unit: 'WORKING_DAY' } },
  {
    ...step,
    key: 'close',
    kind: 'CLOSE',
    name: '办结',
    unit: 'shichang-jianguan',
    role: 'reviewer',
    order: 4,
    internalLimit: { value: 0, unit: 'WORKING_DAY' },
    note: '电子证照当场生成，准予的当天公示。',
  },
  { ...step, key: 'deliver', kind: 'DELIVER', name: '送达', unit: 'general-window', role: 'windowClerk', order: 5, internalLimit: { value: 1, unit: 'WORKING_DAY' } },
]

const PROCEDURES: readonly SpecialProcedure[] = [
  {
    key: 'site-check',
    kind: 'SITE_CHECK',
    name: '现场核查',
    stopsClock: false,
    limit: { value: 3, unit: 'WORKING_DAY' },
    basis: '行政许可法 art.34',
    note: '核查计入办理时限。',
    mark: 'sourced',
    when: NEW_OR_CHANGED,
  },
  {
    key: 'expert-review',
    kind: 'EXPERT_REVIEW',
    name: '专家评审',
    stopsClock: true,
    limit: { value: 10, unit: 'WORKING_DAY' },
    basis: '行政许可法 art.45',
    note: '生食类等高风险项目需要时组织；所需时间书面告知，不计入办理时限。',
    mark: 'localSetting',
    when: COLD_OR_RAW,
  },
  {
    key: 'testing',
    kind: 'TESTING',
    name: '检验检测',
    stopsClock: true,
    limit: { value: 10, unit: 'WORKING_DAY' },
    basis: '行政许可法 art.45',
    note: '需要抽样检测的，所需时间书面告知，不计入办理时限。',
    mark: 'localSetting',
    when: COOKS,
  },
]

const HANDLING_ITEMS = [
  ['new', '新办'],
  ['change', '变更'],
  ['renew', '延续'],
  ['reissue', '补办'],
  ['cancel', '注销'],
] as const

/** 食品经营许可 in full: what the facts hold, with its questions, papers, countersigning route, procedures and form. */
export function foodLicence(version: ItemVersion): ItemVersion {
  const code = must(implementCode({ creditCode: version.implementingBody.creditCode, level: Number(version.exerciseLevel), basicCode: version.basicCode }))
  return {
    ...version,
    plainName: '开饭店、小吃店、奶茶店，卖散装食品，办单位食堂',
    handlingItems: HANDLING_ITEMS.map(([key, name], at) => ({
      code: must(handlingItemCode(code, at + 1)),
      name: `食品经营许可（${name}）`,
      when: [{ question: 'handling', anyOf: [key] }],
    })),
    otherDepartments: ['xiaofang-jiuyuan'],
    scenarios: FOOD_SCENARIOS,
    materials: foodMaterials(version.materials),
    form: foodForm(version.serviceObjects),
    route: { steps: STEPS },
    specialProcedures: PROCEDURES,
    result: {
      ...version.result,
      renewal: '有效期届满三十日前申请延续；本市受理期满前九十个工作日至十五个工作日的申请。',
      delivery: ['ELECTRONIC', 'POST', 'WINDOW', 'TERMINAL'],
    },
    faq: [
      ...version.faq,
      {
        question: '租的房子没有房产证，能办吗？',
        answer: '能。本事项不收场所权属证明，现场核查时看实际场所。',
        references: [],
        mark: 'localSetting',
      },
      {
        question: '对决定不服怎么办？',
        answer: '可以在知道决定之日起六十日内申请行政复议，或者在六个月内向人民法院起诉。',
        references: ['行政复议法 art.20', '行政诉讼法 art.46'],
        mark: 'recalled',
      },
    ],
    marks: { ...version.marks, specialProcedures: 'partly' },
  }
}
