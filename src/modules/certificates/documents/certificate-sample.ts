import type { DocumentData } from '#kernel/documents/template.ts'

/** An invented certificate for previews and tests. */
export const certificateSample: DocumentData = {
  certificateName: '食品经营许可证',
  certificateNumber: 'JY24401140000001',
  holder: '广州市花都区老街小吃店（个体工商户）',
  holderCodeType: '统一社会信用代码',
  holderCode: '92440101MA00000001',
  fields: [
    { label: '经营者', value: '张某某' },
    { label: '经营场所', value: '广州市花都区新华街道示例路1号' },
    { label: '主体业态', value: '餐饮服务经营者（小餐饮）' },
    { label: '经营项目', value: '热食类食品制售；冷食类食品制售' },
  ],
  validFrom: '2026-10-13',
  validTo: '2031-10-12',
  identifier: '1.2.156.3005.2.11100000MB0000000W001.11440114MB2C000019.JY24401140000001.001.X',
  issuer: '广州市花都区市场监督管理局',
  sealName: '行政许可专用章',
  issuedOn: '2026-10-13',
  verifyAddress: 'https://example.gov.cn/verify/9H3T-4PWX-7KDA',
  verifyCode: '9H3T-4PWX-7KDA',
}
