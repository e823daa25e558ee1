import type { Day } from '#kernel/time/day.ts'
import type { AgentAuthorisation, AssuranceLevel, Organisation, Person } from '#modules/subjects/schema.ts'
import { syntheticCitizenId, syntheticCreditCode } from './check-characters.ts'

const DISTRICT = '广东省广州市花都区'

/** key, name, day of birth, sequence (odd for men), town code, town, address below the town, assurance level */
type PersonRow = readonly [string, string, Day, number, string, string, string, AssuranceLevel]

const PEOPLE: readonly PersonRow[] = [
  ['zhang-xiaomei', '张晓梅', '1988-05-16', 2, '440114001', '新华街道', '建设北路12号之一', 'L3'],
  ['li-guoqiang', '李国强', '1979-11-02', 1, '440114001', '新华街道', '云山大道86号', 'L3'],
  ['wang-yuting', '王雨婷', '1995-03-21', 4, '440114002', '花城街道', '公益路33号1502房', 'L2'],
  ['chen-zhiwei', '陈志伟', '1983-08-09', 3, '440114002', '花城街道', '杜鹃社区5栋', 'L4'],
  ['huang-bochang', '黄伯昌', '1943-01-30', 5, '440114105', '花东镇', '凤凰村3队18号', 'L1'],
  ['liang-cuiping', '梁翠屏', '1951-12-12', 6, '440114105', '花东镇', '港头村南街7号', 'L1'],
  ['luo-jianming', '罗建明', '1990-02-28', 7, '440114109', '狮岭镇', '旗新村工业路2号', 'L3'],
  ['wu-siqi', '吴思琪', '2000-02-29', 8, '440114003', '秀全街道', '马溪村一巷9号', 'L2'],
  ['deng-haosheng', '邓浩生', '1968-07-07', 9, '440114104', '花山镇', '东湖村北路21号', 'L3'],
  ['xu-ruolan', '徐若兰', '1976-10-01', 10, '440114107', '炭步镇', '朗头村祠堂巷4号', 'L3'],
  ['kuang-weicheng', '邝伟成', '1985-06-18', 11, '440114004', '新雅街道', '邝家庄村大街15号', 'L3'],
  ['he-lihua', '何丽华', '1972-04-25', 12, '440114108', '赤坭镇', '瑞岭村花场路8号', 'L2'],
  ['tan-yongan', '谭永安', '1998-09-13', 13, '440114001', '新华街道', '紫薇路19号803房', 'L3'],
  ['feng-meiyi', '冯美仪', '1993-12-31', 14, '440114103', '梯面镇', '红山村民宿路6号', 'L3'],
  ['zeng-qingshan', '曾青山', '1960-03-05', 15, '440114103', '梯面镇', '西坑村12号', 'L1'],
  ['su-wanqing', '苏婉晴', '2004-08-20', 16, '440114002', '花城街道', '学府路1号', 'L2'],
  ['ouyang-jing', '欧阳静', '1987-01-11', 18, '440114001', '新华街道', '凤凰北路50号', 'L4'],
  ['pan-jiajun', '潘家俊', '1991-05-04', 17, '440114109', '狮岭镇', '皮革城路101号', 'L3'],
  ['zhong-xiaole', '钟小乐', '2015-06-01', 19, '440114003', '秀全街道', '红棉社区2栋', 'L0'],
  ['guo-zhenhai', '郭振海', '1955-10-10', 21, '440114107', '炭步镇', '茶塘村东边5号', 'L2'],
]

function personOf(row: PersonRow, at: number): Person {
  const [key, name, birthOn, sequence, regionCode, town, place, assuranceLevel] = row
  return {
    key,
    name,
    sex: sequence % 2 === 1 ? 'male' : 'female',
    birthOn,
    idKind: 'citizenId',
    idNumber: syntheticCitizenId(birthOn, sequence),
    phone: `1380000${String(5001 + at)}`,
    regionCode,
    address: `${DISTRICT}${town}${place}`,
    assuranceLevel,
  }
}

/** The demo persons, with computed numbers. */
export function citizens(): readonly Person[] {
  return PEOPLE.map(personOf)
}

/** key, first two characters of the credit code, name, trade name, person in charge, founded, town code, address below the district */
type OrganisationRow = readonly [string, string, string, string | null, string, Day, string, string]

const ORGANISATIONS: readonly OrganisationRow[] = [
  ['meijiexiang-xiaochi', '92', '花都区新华梅姐巷小吃店', '梅姐巷', 'zhang-xiaomei', '2024-03-18', '440114001', '新华街道建设北路12号之一'],
  ['suihuilian-gongyinglian', '91', '广州穗汇连供应链管理有限公司', '穗汇连', 'li-guoqiang', '2016-06-01', '440114105', '花东镇物流大道1号'],
  ['yunmuju-jiaju', '91', '广州匀木居智能家居有限公司', '匀木居', 'chen-zhiwei', '2012-09-10', '440114107', '炭步镇工业区3路8号'],
  ['shiqifang-piju', '91', '广州狮旗坊皮具有限公司', '狮旗坊', 'luo-jianming', '2009-04-02', '440114109', '狮岭镇旗新村工业路2号'],
  ['nuangang-xinnengyuan', '91', '广州暖冈新能源科技有限公司', '暖冈', 'deng-haosheng', '2020-11-20', '440114104', '花山镇东湖村北路21号'],
  ['langtang-yuxiang', '93', '广州朗塘芋香农业专业合作社', '朗塘芋香', 'xu-ruolan', '2018-05-08', '440114107', '炭步镇朗头村祠堂巷4号'],
  ['jianggou-jianshe', '91', '广州新雅匠构建设工程有限公司', '匠构', 'kuang-weicheng', '2014-01-15', '440114004', '新雅街道邝家庄村大街15号'],
  ['penzhongjing-yuanyi', '91', '广州瑞岭盆中景园艺有限公司', '盆中景', 'he-lihua', '2011-03-12', '440114108', '赤坭镇瑞岭村花场路8号'],
  ['xibianke-minsu', '92', '花都区梯面溪边客民宿', '溪边客', 'feng-meiyi', '2022-07-01', '440114103', '梯面镇红山村民宿路6号'],
  ['lvzhan-fuwu', '91', '广州绿栈企业服务有限公司', '绿栈', 'ouyang-jing', '2019-10-08', '440114002', '花城街道绿金大街18号'],
  ['tongqi-youeryuan', '52', '广州市花都区学府童栖幼儿园', '童栖', 'ouyang-jing', '2017-08-25', '440114002', '花城街道学府路3号'],
  ['getu-shangmao', '91', '广州革途商贸有限公司', '革途', 'pan-jiajun', '2021-12-06', '440114109', '狮岭镇皮革城路101号'],
]

function organisationOf(row: OrganisationRow, at: number): Organisation {
  const [key, codeKind, name, tradeName, legalRepresentativeKey, establishedOn, regionCode, place] = row
  return {
    key,
    name,
    tradeName,
    creditCode: syntheticCreditCode(codeKind, `MA5Y${String(at + 1).padStart(4, '0')}`),
    legalRepresentativeKey,
    establishedOn,
    phone: `1380000${String(6001 + at)}`,
    regionCode,
    address: `${DISTRICT}${place}`,
    state: 'active',
  }
}

/** The demo organisations, with computed codes. */
export function organisations(): readonly Organisation[] {
  return ORGANISATIONS.map(organisationOf)
}

/** Two agents: one for the themes of a company, one for a single item of an elderly neighbour. */
export function authorisations(): readonly AgentAuthorisation[] {
  return [
    {
      key: 'suihuilian-tan-yongan',
      principal: { kind: 'organisation', key: 'suihuilian-gongyinglian' },
      agentKey: 'tan-yongan',
      scope: { kind: 'themes', themes: ['th-16', 'th-18', 'th-30'] },
      from: '2026-01-01',
      to: '2027-12-31',
      documentId: 'weituo-2026-0001',
      revokedOn: null,
    },
    {
      key: 'huang-bochang-wu-siqi',
      principal: { kind: 'person', key: 'huang-bochang' },
      agentKey: 'wu-siqi',
      scope: { kind: 'items', items: ['mz-07', 'mz-08'] },
      from: '2026-03-01',
      to: '2027-02-28',
      documentId: 'weituo-2026-0002',
      revokedOn: null,
    },
  ]
}
