import type { ItemVersion } from '../schema/item-version.ts'
import type { Exemption, RequiredMaterial } from '../schema/material.ts'
import type { Fee } from '../schema/result.ts'
import { copiesCodes, formatCodes, sourceCodes } from './codes.ts'
import { coded, type Element, flag, joined, parts, text } from './element.ts'

type Question = ItemVersion['faq'][number]

/** 1 必要, 2 非必要, 3 容缺后补. */
const necessity: Element<RequiredMaterial> = {
  columns: ['is_need'],
  write: (material) => ({ is_need: material.necessity === 'OPTIONAL' ? '2' : material.gapTolerant ? '3' : '1' }),
  read: (row) => ({
    necessity: row['is_need'] === '2' ? 'OPTIONAL' : 'REQUIRED',
    gapTolerant: row['is_need'] === '3',
    supplyWithin: row['is_need'] === '3' ? { value: 5, unit: 'WORKING_DAY' } : null,
  }),
}

const standards: Element<RequiredMaterial> = {
  columns: ['accept_stand'],
  write: ({ acceptanceStandards }) => ({ accept_stand: joined(acceptanceStandards.map((one) => one.question)) }),
  read: (row) => ({ acceptanceStandards: parts(row['accept_stand'] ?? '材料齐全、符合法定形式？').map((question) => ({ question: question.endsWith('？') ? question : `${question}？`, otherwise: '请按受理标准补正。' })) }),
}

const exemptPrefix = '免提交'

/** The national table has no column for 免提交; it travels in the remark, where the receiver can read it. */
const exemption: Element<RequiredMaterial> = {
  columns: ['remark'],
  write: ({ exempt }) => ({ remark: exempt === null ? null : [exemptPrefix, exempt.by, sourceOf(exempt)].filter((one) => one !== null).join(':') }),
  read: (row, base) => {
    const [prefix, by, source] = (row['remark'] ?? '').split(':')
    if (prefix !== exemptPrefix) return { exempt: base.exempt }
    if (by === 'SHARED_RESOURCE') return { exempt: { by, resource: source } }
    return { exempt: by === 'CERTIFICATE_TYPE' ? { by, certificateType: source } : { by: 'ONLINE_FORM' } }
  },
}

function sourceOf(exempt: Exemption): string | null {
  return exempt.by === 'SHARED_RESOURCE' ? exempt.resource : exempt.by === 'CERTIFICATE_TYPE' ? exempt.certificateType : null
}

const copies: Element<RequiredMaterial> = {
  columns: ['page_num'],
  write: ({ paperCopies }) => ({ page_num: String(paperCopies) }),
  read: (row) => ({ paperCopies: Number(row['page_num'] ?? 0) }),
}

export const materialElements: readonly Element<RequiredMaterial>[] = [
  text('material_name', 'name'),
  text('by_law', 'basis', '见设定依据'),
  text('source_explain', 'sourceNote'),
  text('page_format', 'paperSize'),
  text('form_guid', 'blankForm'),
  text('example_guid', 'filledExample'),
  text('fill_explain', 'fillingHint'),
  coded('material_type', 'copies', copiesCodes),
  coded('material_format', 'materialFormat', formatCodes),
  coded('source_type', 'sourceChannel', sourceCodes),
  necessity,
  standards,
  exemption,
  copies,
]

const amount: Element<Fee> = {
  columns: ['remark'],
  write: ({ amountMinor }) => ({ remark: amountMinor === null ? null : String(amountMinor) }),
  read: (row) => ({ amountMinor: /^\d{1,12}$/.test(row['remark'] ?? '') ? Number(row['remark']) : null }),
}

export const feeElements: readonly Element<Fee>[] = [text('fee_name', 'name'), text('fee_stand', 'standard'), text('by_law', 'basis', '见收费依据'), flag('is_desc', 'reducible'), text('desc_explain', 'reductionNote'), amount]

export const questionElements: readonly Element<Question>[] = [text('question', 'question'), text('answer', 'answer')]

/** A material of which nothing is known but what the row says. */
export function blankMaterial(key: string): RequiredMaterial {
  return {
    key,
    name: '',
    necessity: 'REQUIRED',
    kind: 'OTHER',
    copies: 'ORIGINAL',
    materialFormat: 'BOTH',
    sourceChannel: 'APPLICANT',
    sourceNote: null,
    paperCopies: 0,
    paperSize: null,
    blankForm: null,
    filledExample: null,
    fillingHint: null,
    acceptanceStandards: [],
    basis: '见设定依据',
    exempt: null,
    gapTolerant: false,
    supplyWithin: null,
    pledgeable: false,
    proof: false,
    when: [],
    mark: 'recalled',
  }
}

export const blankFee: Fee = { name: '', standard: '', amountMinor: null, basis: '见收费依据', reducible: false, reductionNote: null, mark: 'recalled' }
export const blankQuestion: Question = { question: '', answer: '', references: [], mark: 'recalled' }
