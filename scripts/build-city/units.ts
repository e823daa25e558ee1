import type { Post, Region, Unit } from '#modules/organisation/schema.ts'
import { DELEGATED_POWERS } from '#modules/organisation/schema.ts'
import { syntheticCreditCode } from './check-characters.ts'

export const OFFICE = 'zhengwu-shuju'
export const INSPECTION = 'jiwei-jianwei'
export const GOVERNMENT = 'qu-zhengfu'
const DISTRICT = '440114'

export interface Department {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly creditCode: string
  readonly phones: { readonly consult: string; readonly complaint: string }
}

const VERTICAL = new Set(['shuishou', 'yancao-zhuanmai', 'qixiang', 'xiaofang-jiuyuan', 'guojia-anquan'])
const DUAL = new Set(['ziran-ziyuan', 'shengtai-huanjing', 'gongan', 'yiliao-baozhang', 'zhufang-gongjijin'])
const TOWN_KEYS = ['xinhua', 'huacheng', 'xiuquan', 'xinya', 'timian', 'huashan', 'huadong', 'tanbu', 'chini', 'shiling'] as const

function managementOf(key: string): Unit['management'] {
  if (VERTICAL.has(key)) return 'vertical'
  return DUAL.has(key) ? 'dual' : 'local'
}

function departmentUnit(department: Department): Unit {
  const kind = department.creditCode.startsWith('91') ? 'publicUtility' : 'department'
  const { key, name, shortName, creditCode, phones } = department
  return { key, name, shortName, kind, parentKey: GOVERNMENT, creditCode, regionCode: DISTRICT, level: '4', management: managementOf(key), phones }
}

/** Units that no list of departments names; `serial` gives the synthetic credit code and the phones. */
function ownUnit(unit: Omit<Unit, 'creditCode' | 'phones' | 'management'>, codeKind: string, serial: number): Unit {
  const line = `020-0000${String(8000 + serial * 10)}`
  return {
    ...unit,
    creditCode: syntheticCreditCode(codeKind, `MB2Y${String(serial).padStart(4, '0')}`),
    management: 'local',
    phones: { consult: line.slice(0, -1) + '1', complaint: line.slice(0, -1) + '2' },
  }
}

function townUnits(town: Region, at: number): readonly Unit[] {
  const key = TOWN_KEYS[at]
  if (key === undefined) throw new Error(`no key for ${town.name}`)
  const isStreet = town.name.endsWith('街道')
  const government = `${key}-${isStreet ? 'jiedao' : 'zhen'}`
  const place = { regionCode: town.code, level: '5' } as const
  const governmentName = `花都区${town.name}${isStreet ? '办事处' : '人民政府'}`
  return [
    ownUnit({ key: government, name: governmentName, shortName: town.name, kind: 'townGovernment', parentKey: GOVERNMENT, ...place }, '11', 11 + at),
    ownUnit(
      { key: `${government}-dangqun`, name: `花都区${town.name}党群服务中心`, shortName: `${town.name}党群中心`, kind: 'serviceCenter', parentKey: government, ...place },
      '12',
      31 + at,
    ),
  ]
}

/** All units of the district: government, office, inspection, centres, departments, towns with their service centres. */
export function unitsOf(departments: readonly Department[], towns: readonly Region[]): readonly Unit[] {
  const district = { regionCode: DISTRICT, level: '4' } as const
  return [
    ownUnit({ key: GOVERNMENT, name: '广州市花都区人民政府', shortName: '区政府', kind: 'government', parentKey: null, ...district }, '11', 1),
    ownUnit({ key: OFFICE, name: '花都区政务服务数据管理局', shortName: '政务数据', kind: 'office', parentKey: GOVERNMENT, ...district }, '11', 2),
    ownUnit({ key: INSPECTION, name: '花都区纪委监委', shortName: '纪委监委', kind: 'inspection', parentKey: null, ...district }, '11', 3),
    ownUnit({ key: 'zhengwu-zhongxin', name: '花都区政务服务中心', shortName: '政务中心', kind: 'serviceCenter', parentKey: OFFICE, ...district }, '12', 4),
    ownUnit(
      { key: 'lvse-jinrong-fenzhongxin', name: '花都区政务服务中心绿色金融分中心', shortName: '绿金分中心', kind: 'serviceCenter', parentKey: 'zhengwu-zhongxin', ...district },
      '12',
      5,
    ),
    ...departments.map(departmentUnit),
    ...towns.flatMap(townUnits),
  ]
}

const HEAD_TITLES: readonly (readonly [RegExp, string])[] = [
  [/镇人民政府$/, '镇长'],
  [/人民政府$/, '区长'],
  [/分局$/, '分局长'],
  [/局$/, '局长'],
  [/大队$/, '大队长'],
  [/联合会$/, '理事长'],
  [/协办处$/, '处长'],
  [/公司(?:（.*）)?$/, '总经理'],
  [/纪委监委$/, '书记'],
]

function headTitle(unit: Unit): string {
  return HEAD_TITLES.find(([ending]) => ending.test(unit.name))?.[1] ?? '主任'
}

const OFFICE_POSTS = [
  ['deputy', '副局长', 'deputyHead'],
  ['window', '综合窗口受理岗', 'clerk'],
  ['items', '事项管理岗', 'officer'],
  ['publishing', '事项发布岗', 'officer'],
  ['hall', '大厅管理岗', 'officer'],
  ['ratings', '差评整改岗', 'officer'],
  ['system', '系统管理岗', 'officer'],
  ['archive', '档案管理岗', 'officer'],
  ['grid', '网格指挥岗', 'officer'],
] as const

const TOWN_POSTS = [
  ['grid', '网格指挥岗', 'officer'],
  ['grid-worker', '网格员', 'clerk'],
  ['enforcement', '综合执法岗', 'officer'],
] as const

/** The head's post of every unit, and the posts below it that the demo city fills. */
export function postsOf(units: readonly Unit[]): readonly Post[] {
  return units.flatMap((unit): readonly Post[] => {
    const head: Post = { key: `${unit.key}-head`, unitKey: unit.key, name: headTitle(unit), rank: 'head', powers: [] }
    if (unit.kind === 'office') {
      return [head, ...OFFICE_POSTS.map(([key, name, rank]) => ({ key: `${unit.key}-${key}`, unitKey: unit.key, name, rank, powers: [] }))]
    }
    if (unit.kind === 'townGovernment') {
      return [head, ...TOWN_POSTS.map(([key, name, rank]) => ({ key: `${unit.key}-${key}`, unitKey: unit.key, name, rank, powers: [] }))]
    }
    if (unit.kind === 'government') return [head, { key: `${unit.key}-disclosure-head`, unitKey: unit.key, name: '政务公开办公室主任', rank: 'officer', powers: [] }, { key: `${unit.key}-disclosure`, unitKey: unit.key, name: '政务公开岗', rank: 'officer', powers: [] }]
    if (unit.kind === 'inspection') return [head, { key: `${unit.key}-supervisor`, unitKey: unit.key, name: '效能监察岗', rank: 'officer', powers: [] }]
    if (unit.key === 'huadong-zhen-dangqun') return [head, { key: `${unit.key}-window`, unitKey: unit.key, name: '综合窗口受理岗', rank: 'clerk', powers: [] }]
    if (unit.kind !== 'department' && unit.kind !== 'publicUtility') return [head]
    return [
      head,
      { key: `${unit.key}-chief`, unitKey: unit.key, name: '首席代表', rank: 'chiefRepresentative', powers: [...DELEGATED_POWERS] },
      { key: `${unit.key}-review`, unitKey: unit.key, name: '审查岗', rank: 'officer', powers: [] },
      { key: `${unit.key}-window`, unitKey: unit.key, name: '专窗受理岗', rank: 'clerk', powers: [] },
    ]
  })
}
