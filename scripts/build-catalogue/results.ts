import type { CertificateType } from '#modules/catalogue/schema/lists.ts'
import type { DecisionResult, Fee } from '#modules/catalogue/schema/result.ts'
import { closingKindOf } from '#modules/catalogue/rules/lint-result.ts'
import { validityOf } from './certificates.ts'
import type { CertificateNames } from './certificates.ts'
import { settled } from './facts.ts'
import type { ItemFact } from './facts.ts'

const EXAMPLES: Readonly<Record<string, string>> = {
  姓名: '张某某',
  公民身份号码: '440114********0012',
  单位名称: '广州市花都区某某店',
  经营者名称: '广州市花都区某某饭店',
  名称: '广州市花都区某某有限公司',
  统一社会信用代码: '91440114MA5AAAAA02',
  有效期至: '2031年06月30日',
  发证日期: '2026年07月01日',
  文号: '花〔2026〕1号',
  日期: '2026年07月01日',
  主体业态: '餐饮服务经营者',
  经营项目: '热食类食品制售',
  经营场所: '广州市花都区新华街某某路1号',
}

const DOCUMENT_FIELDS = ['文号', '申请人', '事项', '决定内容', '依据', '落款单位', '日期']

/** The result of an item with the sample of what it shows. */
export function resultOf(fact: ItemFact, department: string, names: CertificateNames, types: readonly CertificateType[]): DecisionResult {
  const kind = fact.resultType === '1' ? 'CERTIFICATE' : fact.resultType === '2' ? 'DOCUMENT' : 'OTHER'
  const certificateType = kind === 'CERTIFICATE' ? names.keyFor(fact.resultName) : null
  const labels = types.find((type) => type.key === certificateType)?.fields ?? DOCUMENT_FIELDS
  const example = (label: string) => EXAMPLES[label] ?? (/机关|单位$/.test(label) ? department : label === '事项' ? fact.name : '（样本）')
  return {
    kind,
    name: fact.resultName,
    closingKind: closingKindOf(fact.resultName) ?? (kind === 'CERTIFICATE' ? 'CERTIFICATE_ISSUED' : kind === 'DOCUMENT' ? 'DOCUMENT_ISSUED' : 'CLOSED'),
    sample: { fields: labels.map((label) => ({ label, example: example(label) })) },
    certificateType,
    validity: validityOf(fact),
    renewal: fact.renewal === null ? null : settled(fact.renewal, 'sourced').text,
    delivery: ['ELECTRONIC', 'POST', 'WINDOW'],
  }
}

/** Names of what is paid, by what the note speaks of. */
const FEE_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/补偿安置/, '土地补偿安置费'],
  [/有偿使用/, '新增建设用地有偿使用费'],
  [/出让收益/, '采矿权出让收益和使用费'],
  [/出让金/, '土地使用权出让金'],
  [/水土保持/, '水土保持补偿费'],
  [/补偿和恢复/, '绿地补偿和恢复费'],
  [/刻章/, '印章刻制工本费'],
  [/森林植被/, '森林植被恢复费'],
  [/易地建设/, '防空地下室易地建设费'],
  [/补偿费/, '补偿费'],
  [/占用费|修复费/, '城市道路占用挖掘修复费'],
  [/水资源费/, '取水许可证工本费'],
  [/税率/, '税款'],
  [/热费/, '供热工程费'],
  [/资费/, '通信资费'],
  [/公证/, '公证服务费'],
  [/缴费/, '参保缴费'],
  [/加固/, '公路加固改造费用'],
  [/审查机构/, '施工图审查服务费'],
  [/工本费|20元|60元/, '证件工本费'],
]

/** What an item charges; the amount stands only where it does not depend on a tariff. */
export function feesOf(fact: ItemFact): {
  readonly feeCharged: boolean
  readonly feeBasis: string | null
  readonly onlinePayment: boolean
  readonly fees: readonly Fee[]
  readonly feeNote: string | null
} {
  const note = fact.fee.note === null ? null : settled(fact.fee.note, 'sourced').text.replace(/（）/g, '')
  if (!fact.fee.charged) return { feeCharged: false, feeBasis: fact.fee.basis, onlinePayment: false, fees: [], feeNote: note }
  const standard = note ?? '按政府公布的收费标准'
  const name = FEE_NAMES.find(([pattern]) => pattern.test(standard))?.[1] ?? (fact.id.startsWith('BD') ? '不动产登记费' : '工程接入费')
  const basis = fact.fee.basis ?? '本级政府公布的收费目录清单'
  return {
    feeCharged: true,
    feeBasis: basis,
    onlinePayment: true,
    feeNote: note,
    fees: [
      {
        name,
        standard,
        amountMinor: null,
        basis,
        reducible: /免|减|补贴|优惠/.test(standard),
        reductionNote: /免|减|补贴|优惠/.test(standard) ? standard : null,
        mark: settled(fact.fee.note ?? '待核', fact.fee.basis === null ? 'recalled' : (fact.marks['fee']?.mark ?? 'recalled')).mark,
      },
    ],
  }
}
