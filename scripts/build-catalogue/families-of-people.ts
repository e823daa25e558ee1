import { choices, field } from './fields.ts'
import type { FormFamilyRow } from './fields.ts'

const site = (label = '地址') => field('siteAddress', label, 'address')
const from = (label = '开始日期') => field('startsOn', label, 'date')
const to = (label = '结束日期') => field('endsOn', label, 'date')
const reason = (label: string) => field('reason', label, 'textarea', { maxLength: 500 })
const account = [field('bankName', '开户银行', 'text'), field('bankAccount', '银行账号', 'text', { maxLength: 30 })]
const household = [
  field('householdSize', '共同生活的家庭成员人数', 'integer', { min: 1, max: 30, unit: '人' }),
  field('monthlyIncome', '家庭月收入', 'number', { unit: '元' }),
  reason('家庭困难情况'),
  ...account,
]
const venue = [
  field('shopName', '场所名称', 'text'),
  site('经营场所地址'),
  field('floorArea', '使用面积', 'area'),
  field('scope', '经营范围', 'textarea', { maxLength: 500 }),
]
const vehicle = [
  field('plateNo', '号牌号码', 'text', { maxLength: 10, required: false }),
  field('vin', '车辆识别代号', 'text', { maxLength: 17 }),
  field('vehicleUse', '使用性质', 'select', { options: choices('非营运', '营运', '校车') }),
]
const school = [
  field('schoolName', '学校（机构）名称', 'text'),
  site('办学地址'),
  field('floorArea', '校舍面积', 'area'),
  field('nature', '登记性质', 'select', { options: choices('非营利性', '营利性') }),
  field('capacity', '办学规模', 'integer', { unit: '人' }),
  field('principal', '拟任校长（园长）', 'personName'),
]

/** What is asked about people, businesses and institutions. */
export const PEOPLE_FAMILIES: readonly FormFamilyRow[] = [
  [['GA'], '事项情况', [site('地点'), field('goods', '品种和数量', 'textarea'), from('起始日期'), to('截止日期')]],
  [['GA-01'], '旅馆情况', [...venue, field('rooms', '客房数', 'integer', { unit: '间' }), field('beds', '床位数', 'integer', { unit: '张' })]],
  [
    ['GA-02'],
    '印章情况',
    [
      field('sealKinds', '刻制印章种类', 'multiselect', { options: choices('单位公章', '财务专用章', '发票专用章', '合同专用章', '法定代表人名章') }),
      field('makerShop', '刻制单位', 'text'),
    ],
  ],
  [
    ['GA-03', 'GA-04'],
    '活动情况',
    [
      field('eventName', '活动名称', 'text'),
      site('活动地点'),
      from('活动日期'),
      to('结束日期'),
      field('attendance', '预计人数', 'integer', { unit: '人' }),
      field('safetyLead', '安全责任人', 'personName'),
    ],
  ],
  [
    ['GA-09', 'GA-14', 'GA-15'],
    '证件情况',
    [
      field('applyKind', '申请类别', 'select', { options: choices('首次申领', '换领', '补领') }),
      field('collect', '领取方式', 'select', { options: choices('窗口领取', '邮寄') }),
    ],
  ],
  [
    ['GA-10', 'GA-11', 'GA-12'],
    '户口情况',
    [
      field('personConcerned', '登记对象姓名', 'personName'),
      field('eventOn', '出生（死亡、迁移）日期', 'date'),
      field('householdAddress', '户口所在（拟入）地址', 'address'),
      field('headOfHousehold', '户主姓名', 'personName'),
    ],
  ],
  [
    ['GA-13'],
    '居住情况',
    [site('居住地址'), from('居住开始日期'), field('residenceReason', '居住事由', 'select', { options: choices('合法稳定就业', '合法稳定住所', '连续就读') })],
  ],
  [['GA-16', 'GA-17', 'GA-22', 'NY-08', 'SJ-07'], '车辆情况', vehicle],
  [['GA-18', 'GA-19'], '驾驶证情况', [field('licenceNo', '驾驶证档案编号', 'text', { maxLength: 20 }), field('vehicleClass', '准驾车型', 'text', { maxLength: 10 })]],
  [['GA-21'], '开具情况', [reason('用途'), from('查询起始日期'), to('查询截止日期')]],
  [
    ['MZ-01', 'MZ-02'],
    '双方情况',
    [
      field('spouseName', '另一方姓名', 'personName'),
      field('spouseId', '另一方公民身份号码', 'identityNumber'),
      field('bookedOn', '预约办理日期', 'date', { required: false }),
    ],
  ],
  [['MZ-03'], '收养情况', [field('childName', '被收养人姓名', 'personName'), field('childBornOn', '被收养人出生日期', 'date'), reason('收养原因')]],
  [['MZ-04', 'MZ-05', 'MZ-06', 'MZ-07', 'MZ-08', 'YB-06', 'CL-02', 'CL-03'], '家庭情况', household],
  [
    ['MZ-09', 'MZ-10', 'MZ-11', 'MZ-12'],
    '组织情况',
    [field('bodyName', '拟用名称', 'text'), site('住所'), field('capital', '注册资金', 'money'), field('purpose', '宗旨和业务范围', 'textarea')],
  ],
  [['RS', 'YB', 'GJ'], '参保（缴存）情况', [field('insuranceNo', '社会保障号码（单位编号）', 'text', { maxLength: 20 }), reason('申请事由'), ...account]],
  [
    ['RS-01', 'RS-02'],
    '机构情况',
    [...venue, field('capital', '注册资本', 'money', { prefill: 'organisation.registeredCapital' }), field('staff', '专职工作人员', 'integer', { unit: '人' })],
  ],
  [['RS-03', 'JY-01', 'JY-02', 'JY-03', 'WJ-12'], '举办情况', school],
  [
    ['RS-04', 'RS-14'],
    '用工情况',
    [field('posts', '岗位名称', 'textarea', { maxLength: 500 }), field('staff', '涉及职工人数', 'integer', { unit: '人' }), from('执行开始日期'), to('执行结束日期')],
  ],
  [
    ['RS-05', 'RS-06'],
    '伤情情况',
    [field('employer', '用人单位', 'text'), field('injuredOn', '受伤（诊断）日期', 'date'), field('injuredPart', '受伤部位', 'text'), reason('受伤经过')],
  ],
  [
    ['SC-01', 'SC-02', 'SC-04', 'SC-14'],
    '登记情况',
    [
      field('companyName', '名称', 'text'),
      field('companyKind', '类型', 'select', { options: choices('有限责任公司', '股份有限公司', '合伙企业', '个人独资企业', '个体工商户', '农民专业合作社') }),
      site('住所（经营场所）'),
      field('capital', '注册资本（出资总额）', 'money'),
      field('scope', '经营范围', 'textarea'),
      field('legalRepresentative', '法定代表人（经营者）', 'personName'),
    ],
  ],
  [['SC-03', 'SC-13', 'SC-15'], '登记情况', [field('companyName', '名称', 'text', { prefill: 'organisation.name' }), reason('事由'), from('生效日期')]],
  [['SC-05', 'SC-06', 'SC-07', 'SC-08'], '经营情况', [...venue, field('foods', '食品类别', 'text'), field('foodSafetyOfficer', '食品安全管理人员', 'personName')]],
  [['SC-09', 'SC-10', 'SC-11'], '经营情况', [...venue, field('qualityOfficer', '质量负责人', 'personName'), field('storeArea', '仓库面积', 'area')]],
  [
    ['SC-12', 'SC-16'],
    '设备情况',
    [field('deviceKind', '设备（器具）种类', 'text'), field('deviceNo', '出厂编号', 'text'), site('使用地点'), field('quantity', '数量', 'integer', { unit: '台' })],
  ],
  [
    ['WJ'],
    '机构情况',
    [
      field('institutionName', '机构名称', 'text'),
      site('执业地址'),
      field('subjects', '诊疗（技术服务）科目', 'textarea'),
      field('beds', '床位（牙椅）数', 'integer', { required: false, unit: '张' }),
    ],
  ],
  [
    ['WJ-01', 'WJ-02'],
    '场所情况',
    [
      ...venue,
      field('category', '场所类别', 'select', { options: choices('住宿', '沐浴', '美容美发', '游泳', '文化娱乐', '商场书店', '候诊候车', '供水') }),
      field('staff', '从业人员', 'integer', { unit: '人' }),
    ],
  ],
  [
    ['WJ-06', 'WJ-07'],
    '执业情况',
    [field('employer', '拟执业机构', 'text'), field('practiceScope', '执业范围', 'text'), field('qualificationNo', '资格证书编号', 'text', { maxLength: 40 })],
  ],
  [
    ['WJ-10', 'WJ-11', 'WJ-13'],
    '生育情况',
    [field('spouseName', '配偶姓名', 'personName'), field('childBornOn', '（预计）出生日期', 'date'), field('hospital', '分娩（建档）机构', 'text')],
  ],
  [
    ['JY-04'],
    '资格情况',
    [field('stage', '申请学段', 'select', { options: choices('幼儿园', '小学', '初级中学', '高级中学', '中等职业学校') }), field('subject', '任教学科', 'text')],
  ],
  [
    ['JY-05', 'JY-06'],
    '学生情况',
    [field('childName', '学生姓名', 'personName'), field('childId', '学生公民身份号码', 'identityNumber'), site('居住地址'), reason('说明')],
  ],
  [['JY-07'], '校车情况', [...vehicle, field('routeOfBus', '行驶线路和停靠站点', 'textarea'), field('driver', '驾驶人', 'personName')]],
  [
    ['JT'],
    '运输情况',
    [
      site('经营（施工）地址'),
      field('scope', '申请范围', 'textarea'),
      field('vehicles', '车辆数', 'integer', { unit: '辆' }),
      field('safetyLead', '安全负责人', 'personName'),
    ],
  ],
  [
    ['JT-06'],
    '运输情况',
    [
      field('plateNo', '车辆号牌', 'text', { maxLength: 10 }),
      field('cargo', '货物名称', 'text'),
      field('weight', '车货总质量', 'number', { unit: '吨' }),
      field('routeOfTransport', '行驶路线', 'textarea'),
      from('起运日期'),
      to('结束日期'),
    ],
  ],
  [['WL'], '经营情况', venue],
  [
    ['WL-03', 'WL-04'],
    '演出情况',
    [field('eventName', '演出名称', 'text'), site('演出地点'), from('演出日期'), to('结束日期'), field('performers', '演员人数', 'integer', { unit: '人' })],
  ],
  [['NY'], '生产经营情况', [...venue, field('products', '品种', 'text'), field('technicians', '技术人员', 'integer', { unit: '人' })]],
  [
    ['NY-07', 'NY-09'],
    '用地（水域）情况',
    [site('位置'), field('landArea', '面积', 'area'), field('householdSize', '家庭人口', 'integer', { unit: '人' }), reason('申请理由')],
  ],
  [['YJ', 'YC', 'XF'], '场所情况', [...venue, field('safetyLead', '安全（消防）责任人', 'personName')]],
  [['XF-03'], '火灾情况', [site('起火地点'), field('fireOn', '起火日期', 'date'), field('loss', '申报损失', 'number', { unit: '元' })]],
  [
    ['SJ'],
    '涉税情况',
    [
      field('taxItem', '税种（票种）', 'text'),
      field('amount', '申报（申请）金额', 'number', { unit: '元' }),
      field('taxOffice', '主管税务所', 'text', { required: false }),
    ],
  ],
  [['SF', 'TY-04'], '申请事由', [field('otherParty', '对方当事人（所在机构）', 'text', { required: false }), reason('事实和请求')]],
  [
    ['TY', 'CL'],
    '优抚（残疾）情况',
    [field('documentNo', '退役（残疾）证件号', 'text', { maxLength: 40 }), field('grade', '等级', 'text', { required: false }), ...account],
  ],
  [['CL-04'], '用工情况', [field('employees', '在职职工人数', 'integer', { unit: '人' }), field('disabledEmployees', '安排残疾职工人数', 'integer', { unit: '人' })]],
]
