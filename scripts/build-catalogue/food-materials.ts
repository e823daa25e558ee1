import type { RequiredMaterial } from '#modules/catalogue/schema/material.ts'
import { COLD_OR_RAW, NEW_OR_CHANGED } from './food-questions.ts'

const LAYOUT: RequiredMaterial['acceptanceStandards'] = [
  { question: '图上的经营场所地址与申请表一致？', otherwise: '图上的地址与申请表不一致，请核对。' },
  { question: '标出加工、就餐（销售）、储存、洗手和消毒的位置与面积？', otherwise: '请在图上补标各功能区的位置和面积。' },
  { question: '操作流程由生到熟单向、没有交叉回流？', otherwise: '操作流程有交叉，请调整布局后重新提交。' },
]

type Change = Partial<RequiredMaterial>

/** What the facts do not hold about the papers of this item, by name. */
const CHANGES: Readonly<Record<string, Change>> = {
  食品经营许可申请书: { when: [] },
  营业执照: {
    when: [],
    acceptanceStandards: [
      { question: '名称与申请表一致？', otherwise: '请核对名称；名称已变更的，先办理变更登记。' },
      { question: '在有效期内、登记状态为存续？', otherwise: '营业执照已失效或登记状态异常，请先到登记机关处理。' },
      { question: '经营范围包含食品经营？', otherwise: '经营范围不含食品经营，请先变更登记。' },
    ],
  },
  经营场所布局和操作流程图: { when: NEW_OR_CHANGED, acceptanceStandards: LAYOUT, fillingHint: '一张平面图即可，标出厨房、就餐区、洗手和消毒的位置与面积。' },
  食品安全规章制度目录: {
    when: NEW_OR_CHANGED,
    fillingHint: '从范本里勾选，不用自己写。',
    gapTolerant: true,
    supplyWithin: { value: 5, unit: 'WORKING_DAY' },
    acceptanceStandards: [
      { question: '含健康管理、进货查验、清洗消毒、应急处置四项制度？', otherwise: '请对照范本补齐缺少的制度。' },
      { question: '负责人已签名或盖章？', otherwise: '请由负责人签名或加盖公章。' },
    ],
  },
  从业人员健康证明: {
    when: NEW_OR_CHANGED,
    acceptanceStandards: [
      { question: '接触直接入口食品的人员都有健康证明？', otherwise: '请安排没有健康证明的人员体检。' },
      { question: '健康证明都在一年内？', otherwise: '健康证明已满一年，请重新体检。' },
    ],
  },
  主要设备设施清单: {
    when: NEW_OR_CHANGED,
    acceptanceStandards: [
      { question: '列明冷藏、消毒、洗手、防蝇防鼠设施的名称和数量？', otherwise: '请补列缺少的设施和数量。' },
      { question: '与布局图标注的设施一致？', otherwise: '清单与布局图不一致，请核对。' },
    ],
  },
  食品安全总监或安全员信息: {
    when: NEW_OR_CHANGED,
    necessity: 'OPTIONAL',
    exempt: { by: 'ONLINE_FORM' },
    pledgeable: false,
    paperCopies: 0,
    paperSize: null,
    fillingHint: '在网上申请表里填写，不用另交。',
    acceptanceStandards: [
      { question: '姓名、联系电话已填写？', otherwise: '请填写食品安全管理人员的姓名和电话。' },
      { question: '不属于法律禁止从业的人员？', otherwise: '该人员被禁止从事食品安全管理工作，请更换。' },
    ],
  },
}

const PLAIN = {
  materialFormat: 'BOTH',
  sourceNote: null,
  blankForm: null,
  filledExample: null,
  exempt: null,
  gapTolerant: false,
  supplyWithin: null,
  pledgeable: false,
  proof: false,
  mark: 'recalled',
} satisfies Change

/** A certificate that the office fetches from the library of electronic certificates. */
const FETCHED = {
  ...PLAIN,
  kind: 'CERTIFICATE',
  copies: 'COPY',
  sourceChannel: 'GOVERNMENT',
  paperCopies: 0,
  paperSize: null,
  necessity: 'OPTIONAL',
  basis: '食品经营许可和备案管理办法',
} satisfies Change

const EXTRA: readonly RequiredMaterial[] = [
  {
    ...PLAIN,
    key: 'special-room',
    name: '专间（专用操作区）平面图',
    kind: 'OTHER',
    copies: 'ORIGINAL',
    sourceChannel: 'APPLICANT',
    paperCopies: 1,
    paperSize: 'A4',
    necessity: 'REQUIRED',
    basis: '食品经营许可审查通则',
    when: [...NEW_OR_CHANGED, ...COLD_OR_RAW],
    fillingHint: '可以与布局图画在同一张图上。',
    acceptanceStandards: [
      { question: '专间独立隔断、入口处设预进间或洗手消毒设施？', otherwise: '请调整专间布局，设置洗手消毒设施。' },
      { question: '标明专用冷藏、空气消毒和温度监测设施？', otherwise: '请在图上补标专间设施。' },
    ],
  },
  {
    ...FETCHED,
    key: 'person-in-charge',
    name: '负责人身份证',
    exempt: { by: 'CERTIFICATE_TYPE', certificateType: 'identity-card' },
    when: [],
    fillingHint: '实名登录后核对，不收复印件。',
    acceptanceStandards: [
      { question: '姓名和号码与申请表一致？', otherwise: '请核对姓名和证件号码。' },
      { question: '证件在有效期内？', otherwise: '证件已过期，请先换领。' },
    ],
  },
  {
    ...FETCHED,
    key: 'former-licence',
    name: '原食品经营许可证',
    exempt: { by: 'CERTIFICATE_TYPE', certificateType: 'food-operation-licence' },
    when: [{ question: 'handling', anyOf: ['change', 'renew', 'reissue', 'cancel'] }],
    fillingHint: '从电子证照库取。',
    acceptanceStandards: [
      { question: '许可证编号与申请表一致？', otherwise: '请核对许可证编号。' },
      { question: '没有被吊销、撤销或者注销？', otherwise: '原许可证已失效，请按新办申请。' },
    ],
  },
]

/** The papers of 食品经营许可: those of the facts with what they lack, and the three that its questions add. */
export function foodMaterials(known: readonly RequiredMaterial[]): readonly RequiredMaterial[] {
  return [...known.map((material) => ({ ...material, ...CHANGES[material.name] })), ...EXTRA]
}
