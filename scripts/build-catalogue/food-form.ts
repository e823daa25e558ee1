import type { ApplicationForm } from '#modules/catalogue/schema/form.ts'
import type { Condition } from '#modules/catalogue/schema/scenario.ts'
import type { ItemFact } from './facts.ts'
import { field } from './fields.ts'
import { applicantFields, deliverySection } from './forms.ts'

const ONLINE: Condition = [{ question: 'online', anyOf: ['yes'] }]
const COOKS: Condition = [{ question: 'business-form', anyOf: ['catering', 'canteen'] }]
const SELLS: Condition = [{ question: 'business-form', anyOf: ['sales'] }]
const CANTEEN: Condition = [{ question: 'business-form', anyOf: ['canteen'] }]
const EXISTING: Condition = [{ question: 'handling', anyOf: ['change', 'renew', 'reissue', 'cancel'] }]
const CHANGED: Condition = [{ question: 'handling', anyOf: ['change'] }]

const SECTIONS: ApplicationForm['sections'] = [
  {
    key: 'premises',
    title: '经营场所',
    fields: [
      field('shopName', '门店名称（招牌）', 'text', { required: false }),
      field('siteAddress', '经营场所地址', 'address', { prefill: 'organisation.address', hint: '写到门牌号，与营业执照不同的如实填写' }),
      field('floorArea', '经营面积', 'area', { min: 1, max: 100_000, hint: '按套内使用面积算，包括厨房' }),
      field('kitchenArea', '加工场所面积', 'area', { min: 1, max: 50_000, showWhen: COOKS }),
      field('seats', '就餐座位数', 'integer', { max: 10_000, unit: '座', required: false, showWhen: COOKS }),
      field('warehouseAddress', '外设仓库地址', 'address', { required: false, hint: '没有就不填' }),
    ],
  },
  {
    key: 'business',
    title: '经营项目',
    fields: [
      field('cateringItems', '餐饮服务项目', 'multiselect', {
        showWhen: COOKS,
        options: [
          ['hot', '热食类食品制售'],
          ['cold', '冷食类食品制售'],
          ['raw', '生食类食品制售'],
          ['half', '半成品制售'],
          ['drinks', '自制饮品制售'],
          ['bakery', '糕点类食品制售'],
        ],
      }),
      field('salesItems', '食品销售项目', 'multiselect', {
        showWhen: SELLS,
        options: [
          ['bulk', '散装食品销售（不含散装熟食）'],
          ['bulk-cooked', '散装熟食销售'],
          ['packed', '预包装食品销售'],
          ['special', '特殊食品销售'],
          ['infant', '婴幼儿配方乳粉销售'],
        ],
      }),
      field('coldStorage', '是否含冷藏冷冻食品', 'yesno', { showWhen: SELLS }),
      field('dinersPerMeal', '每餐最多供餐人数', 'integer', { min: 1, max: 50_000, unit: '人', showWhen: CANTEEN }),
      field('canteenKind', '食堂类别', 'select', {
        showWhen: CANTEEN,
        options: [
          ['school', '学校食堂'],
          ['nursery', '托幼机构食堂'],
          ['staff', '职工食堂'],
          ['site', '工地食堂'],
          ['care', '养老机构食堂'],
        ],
      }),
    ],
  },
  {
    key: 'online',
    title: '网络经营',
    fields: [field('platform', '平台（网站）名称', 'text', { showWhen: ONLINE }), field('shopUrl', '网店名称或者网址', 'text', { maxLength: 300, showWhen: ONLINE })],
  },
  {
    key: 'people',
    title: '食品安全人员',
    fields: [
      field('foodSafetyOfficer', '食品安全总监或者安全员姓名', 'personName'),
      field('foodSafetyOfficerPhone', '食品安全人员电话', 'phone'),
      field('staff', '从业人员', 'integer', { min: 1, max: 10_000, unit: '人' }),
      field('staffNames', '接触直接入口食品的人员名单', 'textarea', { maxLength: 1000, hint: '每行一人，用来核对健康证明' }),
    ],
  },
]

/** The application form of 食品经营许可: place, business, online shops, people. */
export function foodForm(serviceObjects: ItemFact['serviceObject']): ApplicationForm {
  const applicant = {
    key: 'applicant',
    title: '申请人',
    fields: [
      ...applicantFields(serviceObjects),
      field('formerLicenceNo', '原许可证编号', 'text', { maxLength: 16, showWhen: EXISTING, hint: 'JY 开头' }),
      field('changes', '变更内容', 'textarea', { maxLength: 500, showWhen: CHANGED }),
    ],
  }
  return { sections: [applicant, ...SECTIONS, deliverySection] }
}
