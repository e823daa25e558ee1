import type { ItemFact } from './facts.ts'

/** Material names that would let a window ask for anything, or that mean different papers in different items, by fact id. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ZR-06': { 土地复垦方案: '已批准的土地复垦方案' },
  'ZR-07': { 建设项目有关批准文件: '建设项目批准、核准或者备案文件' },
  'SF-01': { 与申请事项有关的案件材料: '案件事实材料（起诉状、判决书、合同或者欠条）' },
  'SF-02': { 与公证事项有关的证明材料: '待公证的文书或者合同原件' },
  'GA-22': { 购车发票: '电动自行车购车发票' },
}

/** Papers that stand in the facts under a shared name where the applicant has them made for this very application. */
export function corrected(fact: ItemFact): ItemFact {
  const names = RENAMED[fact.id]
  return names === undefined ? fact : { ...fact, materials: fact.materials.map((material) => ({ ...material, name: names[material.name] ?? material.name })) }
}

/** Basic codes met on published guides; all others are derived and marked as recalled. */
export const PUBLISHED_BASIC_CODES: Readonly<Record<string, string>> = { 'WJ-01': '000123020000' }

/** Items whose time is a waiting or procedural period that a promise must not shorten. */
export const NOT_SHORTENED: readonly string[] = ['MZ-02', 'SF-06', 'ZR-12', 'RS-05']

/** Items for which somebody has to come, how often and why. */
export const VISITS: Readonly<Record<string, readonly [visits: number, reason: string]>> = {
  'GA-09': [1, '申领、换领居民身份证须当面采集人像和指纹。'],
  'GA-12': [1, '迁入时须交验原户口簿并加盖迁入章。'],
  'GA-13': [1, '首次申领须当面采集人像。'],
  'GA-14': [1, '首次申请普通护照须当面采集人像和指纹。'],
  'GA-15': [1, '首次申请往来港澳通行证须当面采集人像和指纹。'],
  'GA-16': [1, '注册登记前须现场查验机动车。'],
  'GA-17': [1, '转让登记前须现场查验机动车。'],
  'GA-19': [1, '须交回驾驶证签注准驾校车。'],
  'GA-22': [1, '须现场查验车辆并安装号牌。'],
  'MZ-01': [1, '结婚登记须双方当事人共同到场。'],
  'MZ-02': [2, '离婚登记须双方共同到场申请，冷静期满后再共同到场领证。'],
  'MZ-03': [1, '收养登记须收养人、送养人和年满八周岁的被收养人到场。'],
  'RS-06': [1, '劳动能力鉴定须本人到场接受检查。'],
  'CL-01': [1, '残疾评定须本人到指定机构接受检查。'],
  'SF-02': [1, '公证员须当面核实当事人的身份和意思表示。'],
  'NY-08': [1, '登记前须现场查验机具。'],
  'BD-03': [1, '未通过线上身份核验的，买卖双方须到场核对身份。'],
  'BD-07': [1, '继承登记须继承人到场查验亲属关系和遗嘱。'],
  'JY-04': [1, '教师资格认定须现场确认教育教学能力。'],
}

/** Items that may be handled beyond the district. */
export const WIDER_SCOPE: Readonly<Record<string, 'NATION' | 'PROVINCE' | 'CITY'>> = {
  'GA-09': 'NATION',
  'GA-14': 'NATION',
  'GA-15': 'NATION',
  'GA-18': 'NATION',
  'GA-21': 'NATION',
  'MZ-01': 'NATION',
  'RS-13': 'NATION',
  'YB-02': 'NATION',
  'YB-04': 'NATION',
  'RS-09': 'PROVINCE',
  'RS-10': 'PROVINCE',
  'SC-01': 'CITY',
  'SC-02': 'CITY',
  'SC-03': 'CITY',
  'SC-04': 'CITY',
  'GJ-02': 'PROVINCE',
  'WJ-11': 'PROVINCE',
  'CL-01': 'NATION',
}

/** Departments that give an opinion beside the deciding one, by fact id. */
export const COUNTERSIGNED: Readonly<Record<string, readonly string[]>> = {
  'ZJ-09': ['ziran-ziyuan', 'guofang-dongyuan'],
  'CG-05': ['gongan'],
  'BD-03': ['shuishou'],
  'BD-04': ['shuishou'],
  'GA-20': ['chengshi-guanli'],
  'WL-01': ['xiaofang-jiuyuan'],
  'WL-02': ['gongan', 'xiaofang-jiuyuan'],
  'JY-07': ['gongan', 'jiaotong-yunshu'],
  'ZJ-17': ['minzheng'],
  'MZ-12': ['ziran-ziyuan'],
}

/** What people say for a theme besides the words of the facts, by theme id. */
export const SPOKEN_WORDS: Readonly<Record<string, readonly string[]>> = { 'TH-19': ['生孩子', '生小孩', '生二胎'] }
