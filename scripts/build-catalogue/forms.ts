import type { ApplicationForm } from '#modules/catalogue/schema/form.ts'
import type { Scenario } from '#modules/catalogue/schema/scenario.ts'
import { familyOf } from './families.ts'
import type { ItemFact } from './facts.ts'
import { choices, field } from './fields.ts'

const isPerson = [{ question: 'applicant-kind', anyOf: ['person'] }]
const isBody = [{ question: 'applicant-kind', anyOf: ['body'] }]

/** Asked where both people and bodies may apply: the form and the checklist follow. */
export const applicantQuestion: Scenario = {
  key: 'applicant-kind',
  question: '你以什么身份办理？',
  hint: null,
  choose: 'ONE',
  showWhen: [],
  options: [
    { key: 'person', label: '个人', effect: '填写本人身份信息', mark: 'localSetting' },
    { key: 'body', label: '单位（企业、个体工商户和其他组织）', effect: '填写单位和负责人信息', mark: 'localSetting' },
  ],
}

/** Whether people and bodies may both apply for an item. */
export function servesBoth(serviceObjects: ItemFact['serviceObject']): boolean {
  return serviceObjects.includes('1') && serviceObjects.some((object) => object !== '1')
}

/** Who applies and how to reach him; filled in from what the office knows after sign-in. */
export function applicantFields(serviceObjects: ItemFact['serviceObject']) {
  const both = servesBoth(serviceObjects)
  const person = serviceObjects.includes('1')
    ? [
        field('applicantName', '姓名', 'personName', { prefill: 'subject.name', showWhen: both ? isPerson : [] }),
        field('applicantId', '公民身份号码', 'identityNumber', { prefill: 'subject.identityNumber', showWhen: both ? isPerson : [] }),
      ]
    : []
  const body = serviceObjects.some((object) => object !== '1')
    ? [
        field('organisationName', '单位名称', 'text', { prefill: 'organisation.name', showWhen: both ? isBody : [] }),
        field('creditCode', '统一社会信用代码', 'creditCode', { prefill: 'organisation.creditCode', showWhen: both ? isBody : [] }),
        field('representative', '法定代表人（负责人）', 'personName', { prefill: 'organisation.legalRepresentative', showWhen: both ? isBody : [] }),
      ]
    : []
  return [
    ...person,
    ...body,
    field('contactPhone', '联系电话', 'phone', { prefill: 'subject.phone' }),
    field('agentName', '经办人姓名', 'personName', { required: false, prefill: 'agent.name', hint: '由他人代办的填写' }),
  ]
}

/** How the result is handed over: the last section of every form. */
export const deliverySection = {
  key: 'delivery',
  title: '结果送达',
  fields: [
    field('deliveryWay', '领取方式', 'select', { options: choices('电子送达', '邮寄', '窗口领取') }),
    field('deliveryAddress', '收件地址', 'address', { required: false, prefill: 'subject.address', hint: '选择邮寄的填写' }),
  ],
}

/** The application form of an item: who applies, what for, how the result comes back. */
export function formOf(fact: ItemFact): ApplicationForm {
  const { title, fields } = familyOf(fact.id)
  return { sections: [{ key: 'applicant', title: '申请人', fields: applicantFields(fact.serviceObject) }, { key: 'matter', title, fields }, deliverySection] }
}
