import type { Condition, Scenario, ScenarioOption } from '#modules/catalogue/schema/scenario.ts'

const option = (key: string, label: string, effect: string | null = null, mark: ScenarioOption['mark'] = 'recalled'): ScenarioOption => ({ key, label, effect, mark })
const one = { choose: 'ONE' as const, hint: null }

export const NEW_OR_CHANGED: Condition = [{ question: 'handling', anyOf: ['new', 'change', 'renew'] }]
export const COOKS: Condition = [{ question: 'business-form', anyOf: ['catering', 'canteen'] }]
export const COLD_OR_RAW: Condition = [...COOKS, { question: 'cold-or-raw', anyOf: ['cold', 'raw'] }]

/** The questions of 食品经营许可: what is applied for, by whom, which business form, online or not, cold or raw dishes. */
export const FOOD_SCENARIOS: readonly Scenario[] = [
  {
    ...one,
    key: 'handling',
    question: '你要办哪一种？',
    showWhen: [],
    options: [option('new', '新办'), option('change', '变更'), option('renew', '延续'), option('reissue', '补办'), option('cancel', '注销')],
  },
  {
    ...one,
    key: 'applicant-kind',
    question: '你以什么身份经营？',
    showWhen: [],
    options: [
      option('person', '个体工商户', '按营业执照上的经营者填写', 'localSetting'),
      option('body', '企业、学校、医院和其他单位', '填写单位和法定代表人（负责人）', 'localSetting'),
    ],
  },
  {
    ...one,
    key: 'business-form',
    question: '主体业态是哪一种？',
    hint: '只选最主要的一种',
    showWhen: NEW_OR_CHANGED,
    options: [
      option('catering', '餐饮服务经营者（饭店、小吃店、饮品店）', '热食、冷食、糕点、自制饮品等项目逐项申请'),
      option('sales', '食品销售经营者（便利店、超市、散装食品店）', '卖散装食品须许可；只卖预包装食品的不办许可，办备案', 'sourced'),
      option('canteen', '单位食堂（学校、托幼机构、企业、工地）', '学校和托幼机构食堂另填食品安全负责人'),
    ],
  },
  {
    ...one,
    key: 'online',
    question: '是否通过网络经营（外卖、网店、直播带货）？',
    showWhen: NEW_OR_CHANGED,
    options: [option('yes', '是', '填写平台名称和网店地址，许可证标注“网络经营”'), option('no', '否')],
  },
  {
    key: 'cold-or-raw',
    question: '是否制售冷食、生食？',
    hint: '可以多选；都不做就选“都不做”',
    choose: 'MANY',
    showWhen: [...NEW_OR_CHANGED, ...COOKS],
    options: [
      option('cold', '冷食类（凉菜、卤味拼盘、沙拉）', '须设专间或者专用操作区，图上标出'),
      option('raw', '生食类（刺身、生蚝）', '须设专间，图上标出，并可能组织专家评审'),
      option('neither', '都不做'),
    ],
  },
]
