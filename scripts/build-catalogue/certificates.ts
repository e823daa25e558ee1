import type { CertificateType } from '#modules/catalogue/schema/lists.ts'
import type { Validity } from '#modules/catalogue/schema/result.ts'
import { departmentOf } from './departments.ts'
import { keyOf, settled } from './facts.ts'
import type { ItemFact } from './facts.ts'

/** Names that several items issue or that everybody holds, with their keys. */
const WELL_KNOWN: readonly (readonly [name: string, key: string])[] = [
  ['营业执照', 'business-licence'],
  ['居民身份证', 'identity-card'],
  ['居民户口簿登记页', 'household-register'],
  ['不动产权证书', 'property-certificate'],
  ['不动产登记证明', 'property-registration-proof'],
  ['食品经营许可证', 'food-operation-licence'],
  ['食品生产许可证', 'food-production-licence'],
  ['结婚证', 'marriage-certificate'],
  ['残疾人证', 'disability-certificate'],
  ['居住证', 'residence-permit'],
  ['社会保障卡', 'social-security-card'],
  ['机动车驾驶证', 'driving-licence'],
  ['教师资格证书', 'teacher-qualification'],
  ['出生医学证明', 'birth-certificate'],
  ['医疗机构执业许可证', 'medical-institution-licence'],
  ['公共场所卫生许可证', 'public-place-hygiene-licence'],
  ['烟草专卖零售许可证', 'tobacco-retail-licence'],
  ['建筑工程施工许可证', 'construction-permit'],
  ['建设工程规划许可证', 'project-planning-permit'],
  ['建设用地规划许可证', 'land-planning-permit'],
  ['排污许可证', 'pollutant-discharge-permit'],
  ['机动车登记证书、号牌、行驶证', 'vehicle-registration'],
  ['道路运输经营许可证', 'road-transport-licence'],
  ['民办学校办学许可证', 'private-school-licence'],
  ['药品经营许可证', 'drug-operation-licence'],
  ['普通护照', 'passport'],
]

const PERSONAL = /身份证|户口|居住证|护照|通行证|结婚|离婚|收养|驾驶|教师|医师|护士|残疾人证|优待证|就业|社会保障卡|出生|律师|法律服务工作者/
const PROPERTY = /不动产/
const PROJECT = /规划许可|施工许可|选址|规划核实|审查合格/

/** The base of a result name: 营业执照（个体工商户） is a 营业执照. */
function baseName(resultName: string): string {
  return resultName.replace(/（.*）$/, '')
}

export interface CertificateNames {
  readonly keyFor: (resultName: string) => string
  /** The key of a certificate whose whole name occurs in a material's name. */
  readonly findIn: (materialName: string) => string | undefined
}

/** Names and keys of all certificates that the items issue. */
export function certificateNames(facts: readonly ItemFact[]): CertificateNames {
  const keys = new Map<string, string>(WELL_KNOWN)
  for (const fact of facts) {
    const name = baseName(fact.resultName)
    if (fact.resultType === '1' && !keys.has(name)) keys.set(name, `${keyOf(fact.id)}-certificate`)
  }
  const longestFirst = [...keys].sort(([a], [b]) => b.length - a.length)
  return {
    keyFor: (resultName) =>
      keys.get(baseName(resultName)) ??
      (() => {
        throw new Error(`no certificate type for ${resultName}`)
      })(),
    findIn: (materialName) => longestFirst.find(([name]) => materialName.includes(name))?.[1],
  }
}

const TERM = /^(\d+)年(?:（[^）]*）)?$/

/** Reads a validity from the facts: "5年" is a fixed term, 长期 is for ever, anything else is what the paper states. */
export function validityOf(fact: ItemFact): Validity {
  const known = fact.marks['validity']
  if (fact.validity === null) {
    const lasting = fact.validityNote?.startsWith('长期') === true
    return {
      kind: lasting ? 'PERMANENT' : 'NONE',
      limit: null,
      text: fact.validityNote === null ? '不设有效期' : settled(fact.validityNote, 'recalled').text,
      mark: known?.empty === true ? 'localSetting' : (known?.mark ?? 'recalled'),
    }
  }
  const { text, mark } = settled(fact.validity, known?.mark ?? 'recalled')
  const years = TERM.exec(text)?.[1]
  if (years !== undefined) return { kind: 'FIXED', limit: { value: Number(years), unit: 'YEAR' }, text, mark }
  return { kind: text.startsWith('长期') ? 'PERMANENT' : 'AS_STATED', limit: null, text, mark }
}

/** What a certificate shows, by who holds it. */
function fieldsOf(name: string, holder: CertificateType['holderKind']): readonly string[] {
  if (name === '食品经营许可证')
    return [
      '许可证编号',
      '经营者名称',
      '统一社会信用代码（身份证号码）',
      '法定代表人（负责人）',
      '住所',
      '经营场所',
      '主体业态',
      '经营项目',
      '发证机关',
      '发证日期',
      '有效期至',
    ]
  if (name === '营业执照') return ['统一社会信用代码', '名称', '类型', '法定代表人（经营者）', '住所（经营场所）', '注册资本', '成立日期', '经营范围', '登记机关']
  const own = {
    PERSON: ['姓名', '公民身份号码'],
    ORGANISATION: ['单位名称', '统一社会信用代码', '法定代表人（负责人）', '地址', '许可范围'],
    PROJECT: ['建设单位', '项目名称', '项目代码', '建设地点', '建设规模'],
    PROPERTY: ['权利人', '共有情况', '坐落', '不动产单元号', '权利类型', '用途', '面积'],
  }
  return ['证号', ...own[holder], '发证机关', '发证日期', '有效期至']
}

/** All certificate types: one for each certificate that an item issues, and those that only others issue. */
export function certificateTypes(facts: readonly ItemFact[], names: CertificateNames): readonly CertificateType[] {
  const issued = facts.filter((fact) => fact.resultType === '1')
  const keys = [...new Set(issued.map((fact) => names.keyFor(fact.resultName)))]
  return keys.flatMap((key) => {
    const makers = issued.filter((fact) => names.keyFor(fact.resultName) === key)
    const [first] = makers
    if (first === undefined) return []
    const name = baseName(first.resultName)
    const holderKind = PROPERTY.test(name) ? 'PROPERTY' : PROJECT.test(name) ? 'PROJECT' : PERSONAL.test(name) ? 'PERSON' : 'ORGANISATION'
    return [
      {
        key,
        name,
        holderKind,
        issuedBy: makers.map((fact) => departmentOf(fact.id).key).filter((one, at, all) => all.indexOf(one) === at),
        validity: validityOf(first),
        fields: fieldsOf(name, holderKind),
        electronic: true,
        mark: first.marks['resultName']?.mark ?? 'recalled',
      },
    ]
  })
}
