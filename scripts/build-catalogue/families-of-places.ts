import { choices, field } from './fields.ts'
import type { FormFamilyRow } from './fields.ts'

const site = (label = '地址') => field('siteAddress', label, 'address')
const from = (label = '开始日期') => field('startsOn', label, 'date')
const to = (label = '结束日期') => field('endsOn', label, 'date')
const reason = (label: string) => field('reason', label, 'textarea', { maxLength: 500 })
const account = [field('bankName', '开户银行', 'text'), field('bankAccount', '银行账号', 'text', { maxLength: 30 })]
const project = [
  field('projectCode', '项目代码', 'text', { maxLength: 30, prefill: 'project.code', hint: '投资项目在线审批监管平台赋的代码' }),
  field('projectName', '项目名称', 'text', { prefill: 'project.name' }),
  site('建设地点'),
]
const scale = [field('landArea', '用地面积', 'area'), field('floorArea', '建筑面积', 'area', { required: false })]
const property = [
  site('坐落'),
  field('certificateNo', '不动产权证号', 'text', { required: false }),
  field('floorArea', '建筑面积', 'area'),
  field('ownership', '共有方式', 'select', { options: choices('单独所有', '共同共有', '按份共有') }),
  field('propertyUse', '用途', 'select', { options: choices('住宅', '商业', '办公', '工业', '其他') }),
]
const household = [
  field('householdSize', '共同生活的家庭成员人数', 'integer', { min: 1, max: 30, unit: '人' }),
  field('monthlyIncome', '家庭月收入', 'number', { unit: '元' }),
  reason('家庭困难情况'),
  ...account,
]

/** What is asked about land, buildings, works and supply lines. */
export const PLACE_FAMILIES: readonly FormFamilyRow[] = [
  [['FG'], '项目情况', [...project, field('investment', '项目总投资', 'money'), field('scale', '建设规模和内容', 'textarea'), from('拟开工日期')]],
  [['FG-08'], '作业情况', [site('作业地点'), field('workScope', '作业内容', 'textarea'), from(), to()]],
  [['FG-09'], '收购情况', [site('仓储地址'), field('storage', '仓容', 'number', { unit: '吨' }), field('grains', '收购品种', 'text')]],
  [['GH', 'AQ', 'YJ-04', 'YJ-05', 'WJ-14', 'WL-08', 'JT-09', 'SW-11'], '项目情况', [...project, ...scale, field('scale', '建设规模和内容', 'textarea')]],
  [
    ['ZR'],
    '用地情况',
    [
      site('用地位置'),
      field('landArea', '用地面积', 'area'),
      field('landUse', '用途', 'text'),
      from('拟使用开始日期'),
      field('ownerOfLand', '土地（林地）权利人', 'text'),
    ],
  ],
  [['ZR-12'], '争议情况', [site('争议土地位置'), field('opponent', '另一方当事人', 'text'), reason('争议经过和请求')]],
  [['BD'], '不动产情况', property],
  [
    ['BD-03', 'BD-04', 'BD-06'],
    '不动产和交易情况',
    [...property, field('buyerName', '买方姓名或名称', 'text'), field('price', '成交价格', 'money'), field('mortgaged', '房屋是否有抵押', 'yesno')],
  ],
  [
    ['BD-05'],
    '抵押情况',
    [...property, field('creditor', '抵押权人', 'text'), field('secured', '被担保债权数额', 'money'), from('债务履行开始日期'), to('债务履行结束日期')],
  ],
  [
    ['BD-11'],
    '查询内容',
    [site('查询的不动产坐落'), field('queryReason', '查询目的', 'select', { options: choices('权利人查询', '利害关系人查询', '继承查询', '司法需要') })],
  ],
  [
    ['ZJ', 'RF', 'QX', 'HB-08'],
    '工程情况',
    [...project, ...scale, field('contractor', '施工单位', 'text', { required: false }), field('contractPrice', '合同价格', 'money', { required: false })],
  ],
  [
    ['ZJ-11', 'ZJ-12'],
    '销售情况',
    [...project, field('building', '幢号', 'text'), field('units', '套数', 'integer', { unit: '套' }), field('floorArea', '销售面积', 'area')],
  ],
  [
    ['ZJ-13'],
    '租赁情况',
    [site('房屋坐落'), field('tenant', '承租人', 'text'), field('rent', '月租金', 'number', { unit: '元' }), from('租赁开始日期'), to('租赁结束日期')],
  ],
  [
    ['ZJ-14', 'ZJ-15'],
    '小区情况',
    [field('communityName', '小区名称', 'text'), site('小区地址'), field('households', '业主总数', 'integer', { unit: '户' }), reason('事项说明')],
  ],
  [['ZJ-16', 'ZJ-20'], '企业情况', [site('经营地址'), field('scope', '申请范围', 'textarea'), field('staff', '专业技术人员', 'integer', { unit: '人' })]],
  [['ZJ-17'], '家庭情况', [...household, field('housingArea', '现有住房人均面积', 'area')]],
  [['QX-03'], '活动情况', [field('eventName', '活动名称', 'text'), site('升放地点'), field('balloons', '气球数量', 'integer', { unit: '只' }), from('升放日期')]],
  [
    ['HB'],
    '项目情况',
    [
      field('projectName', '项目名称', 'text', { prefill: 'project.name' }),
      site('建设（生产经营）地点'),
      field('industry', '行业类别', 'text'),
      field('pollutants', '主要污染物和去向', 'textarea'),
    ],
  ],
  [
    ['SW'],
    '涉水活动',
    [site('位置'), field('activity', '活动内容', 'textarea'), field('volume', '水量（方量）', 'number', { unit: '立方米', required: false }), from(), to()],
  ],
  [
    ['SW-07'],
    '排水情况',
    [
      site('排水户地址'),
      field('industry', '行业', 'text'),
      field('dailyVolume', '日排水量', 'number', { unit: '立方米' }),
      field('pretreatment', '是否建有隔油池、沉淀池等预处理设施', 'yesno'),
    ],
  ],
  [['CG'], '占用（设置）情况', [site('位置'), field('occupiedArea', '面积', 'area'), from(), to(), field('restoration', '恢复措施', 'textarea', { required: false })]],
  [
    ['CG-01', 'CG-02'],
    '处置情况',
    [site('工地（服务区域）地址'), field('volume', '处置量', 'number', { unit: '立方米' }), field('disposalSite', '消纳（处理）地点', 'address'), from(), to()],
  ],
  [
    ['GY'],
    '用户情况',
    [
      site('用户地址'),
      field('accountNo', '现有户号', 'text', { required: false, maxLength: 20 }),
      field('usage', '用途', 'select', { options: choices('居民', '商业', '工业', '其他') }),
      field('capacity', '申请容量（口径、带宽）', 'text', { required: false }),
    ],
  ],
]
