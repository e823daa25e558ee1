import type { DocumentData } from '#kernel/documents/template.ts'
import type { CaseDocumentKind } from './templates.ts'
import versions from '../locales/declarations.zh-CN.json' with { type: 'json' }

const letter: DocumentData = {
  unit: '广州市规划和自然资源局花都区分局',
  number: '花规资许〔2026〕318号',
  applicant: '广州某某供应链管理有限公司',
  applicantIdentity: '91440101MA00000000',
  representative: '李某某',
  applicantAddress: '广州市花都区示例路1号',
  you: '你单位',
  itemName: '建设工程规划许可证核发',
  caseNumber: '11440114MB2C0000194000115009000202609110007',
  contactName: '陈某',
  contactPhone: '020-00000101',
  supervisionPhone: '020-00000102',
  sealName: '行政许可专用章',
  issuedOn: '2026-09-11',
  verifyAddress: 'https://example.gov.cn/verify/8F2K-7Q4M-3XTD',
  verifyCode: '8F2K-7Q4M-3XTD',
  reviewAuthority: '广州市花都区人民政府',
  court: '广州铁路运输法院',
  appliedOn: '2026-09-10',
  receivedOn: '2026-09-10',
  acceptedOn: '2026-09-11',
}

const materials = [
  { name: '建设工程规划许可证申请书', copies: 1, form: '网上填写' },
  { name: '不动产权证书', copies: 1, form: '电子证照，免提交' },
  { name: '总平面图', copies: 1, form: '电子图' },
  { name: '单体建筑平面、立面、剖面图', copies: 3, form: '电子图' },
  { name: '设计单位资质证书', copies: 1, form: '电子证照，免提交' },
] as const

const declared: DocumentData = { declaration: versions[1], declaredBy: '李某某', declaredOn: '2026-09-10', declaredTime: '09:12', declaredOnline: '李某某' }

/** Invented contents for each document, for previews and tests. */
export const caseDocumentSamples: Readonly<Record<CaseDocumentKind, DocumentData>> = {
  receiptSlip: { ...letter, ...declared, materials },
  acceptanceVoucher: {
    ...letter, ...declared, materials, projectName: '智能仓储分拨中心二期', projectCode: '2603-440114-04-01-582137', countedFrom: '2026-09-12',
    promisedDays: 10, promisedDueOn: '2026-09-24', legalDays: 20, legalDueOn: '2026-10-15',
  },
  oneTimeNotice: {
    ...letter,
    defects: [
      { material: '主要设备设施、经营布局、操作流程文件', defect: '平面图没有写消毒区面积', correction: '请补写，厨房、就餐区、洗手区、消毒区四处面积合计不超过申请的42.5平方米。' },
      { material: '食品安全规章制度目录清单', defect: '缺“进货查验记录”“食品安全事故处置”两项', correction: '请补充勾选，由负责人签名', gapDays: 5 },
    ],
    correctBy: '2026-10-20',
  },
  nonAcceptance: { ...letter, reason: '你单位提供的不动产权证书系伪造，且在一年内因同一事由被警告', legalBasis: '《中华人民共和国行政许可法》第七十八条' },
  notRequired: { ...letter, reason: '在已建成建筑物内更换非承重隔墙，不改变外立面和使用性质' },
  outOfScope: { ...letter, competentUnit: '广州市花都区住房和城乡建设局', competentAddress: '广州市花都区示例路2号', competentPhone: '020-00000103' },
  specialProcedureNotice: {
    ...letter, procedure: '专家评审', procedureBasis: '《示例省城乡规划条例》第二十一条', reason: '用地涉及地质灾害易发区，需要论证基础方案',
    startsOn: '2026-09-15', procedureDays: 15, carriedOutBy: '花都区规划专家评审组',
  },
  extensionNotice: { ...letter, dueOn: '2026-10-15', reason: '相邻权利人对日照分析提出异议，需要复核', extendedDays: 10, newDueOn: '2026-10-29' },
  feeNotice: { ...letter, feeName: '证件工本费', standard: '补领每本40元', feeBasis: '《财政部、国家发展改革委关于证件工本费的通知》', calculation: '补领1本，每本40元', amount: '40.00', demandedOn: '2026-09-12' },
  feeReceipt: { ...letter, feeName: '证件工本费', standard: '补领每本40元', amount: '40.00', paidOn: '2026-09-12', channel: '演示渠道', reference: 'DEMO-01999999' },
  hearingNotice: {
    ...letter, requestedOn: '2026-09-08', heldOn: '2026-09-25', heldTime: '上午9时30分', place: '花都区政务服务中心三楼听证室',
    chair: '王某某（法规科）', reviewers: '陈某、刘某（审批科）',
  },
  approval: {
    ...letter, specialBasis: '《中华人民共和国城乡规划法》第四十条', content: '智能仓储分拨中心二期，总建筑面积18650.20平方米，地上4层',
    conditions: '按照批准的总平面图建设，开工前申请放线', certificateName: '建设工程规划许可证',
  },
  refusal: {
    ...letter, specialBasis: '《中华人民共和国城乡规划法》第四十条',
    reasons: [{ reason: '建筑退让用地红线4.2米，少于规划条件要求的6米' }, { reason: '容积率2.61，超过规划条件的上限2.5。' }],
  },
  withdrawal: { ...letter, withdrawnOn: '2026-09-11', reason: '建设方案调整' },
  revocation: {
    ...letter, grantedOn: '2026-03-02', grantNumber: '花规资许〔2026〕57号', facts: '你单位取得许可时提交的日照分析报告系伪造',
    legalBasis: '《中华人民共和国行政许可法》第六十九条第二款', certificateName: '建设工程规划许可证', certificateNumber: '440114202600057', returnBy: '2026-09-30',
  },
  pledge: {
    ...letter, legalBasis: '《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）', checkDays: 60,
    conditions: [{ condition: '有与经营的食品品种、数量相适应的经营场所' }, { condition: '有食品安全管理人员' }, { condition: '有保证食品安全的规章制度' }],
    signedBy: '李某某（电子签名）', signedOn: '2026-09-11',
  },
  gapCommitment: { ...letter, legalBasis: '《示例市优化营商环境条例》第二十四条', missingMaterials: [{ name: '设计单位资质证书', dueOn: '2026-09-18' }] },
  deliveryReceipt: { ...letter, documentTitle: '准予行政许可决定书', documentNumber: '花规资许〔2026〕318号', method: '直接送达', place: '花都区政务服务中心12号窗口', servedBy: '陈某、刘某', servedOn: '2026-09-11' },
}
