import { syntheticCreditCode } from './credit-code.ts'

export interface Department {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly creditCode: string
  readonly phones: { readonly consult: string; readonly complaint: string }
}

/** Key, name in the example district, short name, credit-code kind, and the fact ids (prefix or single items) that the unit owns. */
const ROWS: readonly (readonly [key: string, name: string, shortName: string, kind: string, owns: readonly string[]])[] = [
  ['fazhan-gaige', '花都区发展和改革局', '发改', '11', ['FG']],
  ['ziran-ziyuan', '广州市规划和自然资源局花都区分局', '规划资源', '11', ['GH', 'ZR']],
  ['budongchan-dengji', '花都区不动产登记中心', '不动产登记', '12', ['BD']],
  ['zhufang-jianshe', '花都区住房和城乡建设局', '住建', '11', ['ZJ']],
  ['guofang-dongyuan', '花都区国防动员办公室（人民防空办公室）', '人防', '11', ['RF']],
  ['qixiang', '花都区气象局', '气象', '12', ['QX']],
  ['shengtai-huanjing', '广州市生态环境局花都分局', '生态环境', '11', ['HB']],
  ['shuiwu', '花都区水务局', '水务', '11', ['SW']],
  ['chengshi-guanli', '花都区城市管理和综合执法局', '城管', '11', ['CG']],
  ['gongan', '广州市公安局花都区分局', '公安', '11', ['GA']],
  ['minzheng', '花都区民政局', '民政', '11', ['MZ']],
  ['renli-shebao', '花都区人力资源和社会保障局', '人社', '11', ['RS']],
  ['yiliao-baozhang', '广州市医疗保障局花都分局', '医保', '11', ['YB']],
  ['shichang-jianguan', '花都区市场监督管理局', '市场监管', '11', ['SC']],
  ['weisheng-jiankang', '花都区卫生健康局', '卫健', '11', ['WJ']],
  ['jiaoyu', '花都区教育局', '教育', '11', ['JY']],
  ['jiaotong-yunshu', '花都区交通运输局', '交通', '11', ['JT']],
  ['wenguang-lvti', '花都区文化广电旅游体育局', '文广旅体', '11', ['WL']],
  ['nongye-nongcun', '花都区农业农村局', '农业农村', '11', ['NY']],
  ['yingji-guanli', '花都区应急管理局', '应急', '11', ['YJ']],
  ['xiaofang-jiuyuan', '花都区消防救援大队', '消防', '11', ['XF']],
  ['shuishou', '国家税务总局广州市花都区税务局', '税务', '11', ['SJ']],
  ['yancao-zhuanmai', '花都区烟草专卖局', '烟草', '11', ['YC']],
  ['sifa', '花都区司法局', '司法', '11', ['SF']],
  ['tuiyi-junren', '花都区退役军人事务局', '退役军人', '11', ['TY']],
  ['canji-lianhe', '花都区残疾人联合会', '残联', '13', ['CL']],
  ['zhufang-gongjijin', '广州住房公积金管理中心花都管理部', '公积金', '12', ['GJ']],
  ['guojia-anquan', '广州市国家安全局花都区协办处', '国家安全', '11', ['AQ']],
  ['gongyong-shiye', '花都城市公用事业有限公司（供水、燃气、供热）', '水气热', '91', ['GY-01', 'GY-02', 'GY-05', 'GY-06']],
  ['gongdian', '花都供电服务有限公司', '供电', '91', ['GY-03', 'GY-04']],
  ['tongxin', '花都通信服务有限公司', '通信', '91', ['GY-07']],
]

/** The departments of the example district. Codes are synthetic and pass GB 32100; the 0000 exchange of the phones is not in use. */
export const departments: readonly Department[] = ROWS.map(([key, name, shortName, kind], at) => ({
  key,
  name,
  shortName,
  creditCode: syntheticCreditCode(kind, at + 1),
  phones: { consult: `020-0000${String(at + 1).padStart(2, '0')}01`, complaint: `020-0000${String(at + 1).padStart(2, '0')}02` },
}))

/** The department that owns a fact, by its full id or its two-letter prefix. */
export function departmentOf(factId: string): Department {
  const at = ROWS.findIndex(([, , , , owns]) => owns.includes(factId) || owns.includes(factId.slice(0, 2)))
  const department = departments[at]
  if (department === undefined) throw new Error(`no department owns ${factId}`)
  return department
}
