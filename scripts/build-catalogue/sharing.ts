import type { Exemption } from '#modules/catalogue/schema/material.ts'
import type { CertificateType, SharedResource } from '#modules/catalogue/schema/lists.ts'
import type { ItemFact } from './facts.ts'
import type { CertificateNames } from './certificates.ts'

/** Certificate types that prove who somebody is or what he owns, by the words in the material's name; the first that fits counts. */
const BY_CERTIFICATE: readonly (readonly [pattern: RegExp, certificateType: string])[] = [
  [/出生医学证明/, 'birth-certificate'],
  [/结婚证|婚姻/, 'marriage-certificate'],
  [/残疾人证|残疾证|残疾证明/, 'disability-certificate'],
  [/户口簿/, 'household-register'],
  [/居住证/, 'residence-permit'],
  [/社会保障卡|医保电子凭证/, 'social-security-card'],
  [/营业执照|登记证书|法人证书|统一社会信用代码|登记证件|主体资格/, 'business-licence'],
  [/(单位|法人)身份证明/, 'business-licence'],
  [/身份证|身份证明|户主/, 'identity-card'],
  [/不动产权证|房屋权属|用电地址权属/, 'property-certificate'],
  [/驾驶证/, 'driving-licence'],
  [/教师资格证/, 'teacher-qualification'],
]

/** Data sources by the words in the material's name. */
const BY_RESOURCE: readonly (readonly [pattern: RegExp, resource: string])[] = [
  [/健康(合格)?证明/, 'health-checks'],
  [/犯罪|吸毒|报案/, 'public-security-records'],
  [/死亡/, 'death-records'],
  [/出生|分娩|生育|接种/, 'birth-records'],
  [/完税|契税|清税|税/, 'tax-records'],
  [/发票/, 'invoice-records'],
  [/社保|参保|工伤|劳动关系|失业/, 'social-insurance-records'],
  [/救助|低保/, 'assistance-records'],
  [/退役|残疾军人/, 'veterans-records'],
  [/学历|考试|资格|资质|培训|兽医|医师|技术人员/, 'qualification-records'],
  [/行驶证|车辆|交强险|整车|机动车|承运人/, 'vehicle-records'],
  [/住房|亲属关系|家庭/, 'household-records'],
  [/买卖合同|预售合同|购房|首付款|维修资金|提取情形|房屋权属转移|权属转移合同/, 'housing-records'],
  [/图|测绘|界址|勘/, 'survey-results'],
  [/合同|划拨|出让|成交/, 'land-records'],
  [/养殖|免疫|动物/, 'animal-health-records'],
]

const RESOURCES: readonly (readonly [key: string, name: string, provider: string])[] = [
  ['health-checks', '从业人员健康检查信息', '卫生健康部门'],
  ['public-security-records', '公安核查信息', '公安部门'],
  ['death-records', '死亡登记信息', '卫生健康、公安、民政部门'],
  ['birth-records', '出生与生育登记信息', '卫生健康部门'],
  ['tax-records', '税费缴纳信息', '税务部门'],
  ['invoice-records', '电子发票信息', '税务部门'],
  ['social-insurance-records', '社会保险信息', '人力资源社会保障部门'],
  ['assistance-records', '社会救助信息', '民政部门'],
  ['veterans-records', '退役军人信息', '退役军人事务部门'],
  ['qualification-records', '学历与职业资格信息', '教育、人力资源社会保障等部门'],
  ['vehicle-records', '机动车与道路运输信息', '公安、交通运输部门'],
  ['household-records', '家庭成员与住房信息', '公安、不动产登记部门'],
  ['housing-records', '商品房合同与维修资金信息', '住房城乡建设部门'],
  ['survey-results', '测绘成果信息', '自然资源部门'],
  ['land-records', '土地供应与合同信息', '自然资源部门'],
  ['animal-health-records', '动物防疫与养殖信息', '农业农村部门'],
  ['approval-results', '审批结果信息', '本区各审批部门'],
]

/** Where the office gets a material that the facts call shared. */
export function exemptionFor(name: string, certificates: CertificateNames): Exemption {
  const certificate = BY_CERTIFICATE.find(([pattern]) => pattern.test(name))?.[1] ?? certificates.findIn(name)
  if (certificate !== undefined) return { by: 'CERTIFICATE_TYPE', certificateType: certificate }
  return { by: 'SHARED_RESOURCE', resource: BY_RESOURCE.find(([pattern]) => pattern.test(name))?.[1] ?? 'approval-results' }
}

/** The shared resources with the material names that they replace: names that every item takes from sharing. */
export function sharedResources(facts: readonly ItemFact[], certificates: CertificateNames, types: readonly CertificateType[]): readonly SharedResource[] {
  const materials = facts.flatMap((fact) => fact.materials)
  const handedIn = new Set(materials.filter((material) => material.source !== 'shared').map((material) => material.name))
  const names = [...new Set(materials.filter((material) => material.source === 'shared').map((material) => material.name))].filter((name) => !handedIn.has(name))
  const replacedBy = (source: string) =>
    names.filter((name) => {
      const exemption = exemptionFor(name, certificates)
      return (exemption.by === 'CERTIFICATE_TYPE' ? exemption.certificateType : exemption.by === 'SHARED_RESOURCE' ? exemption.resource : '') === source
    })
  return [
    ...RESOURCES.map(([key, name, provider]): SharedResource => ({ key, name, provider, certificateType: null, replaces: replacedBy(key), mark: 'localSetting' })),
    ...types.map((type): SharedResource => ({
      key: `certificate-${type.key}`,
      name: `电子证照：${type.name}`,
      provider: '电子证照库',
      certificateType: type.key,
      replaces: replacedBy(type.key),
      mark: 'localSetting',
    })),
  ].filter((resource) => resource.certificateType === null || resource.replaces.length > 0)
}
