import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import type { DocumentData, DocumentTemplate } from '#kernel/documents/template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const { frame } = texts

export const urgingKinds = ['orderReminder', 'orderCriticism'] as const
export type UrgingKind = (typeof urgingKinds)[number]

function letterOf(kind: UrgingKind): DocumentTemplate {
  const { title, facts, demand, basis } = texts[kind]
  return {
    kind,
    version: 1,
    title,
    layout: 'letter',
    issuedOn: 'issuedOn',
    parts: [
      { kind: 'letterhead', text: frame.office },
      { kind: 'number', text: frame.number },
      // A reminder goes to the unit; a criticism is read by all of them.
      ...(kind === 'orderReminder' ? [{ kind: 'addressee' as const, text: frame.addressee }] : []),
      { kind: 'paragraph', text: facts },
      { kind: 'paragraph', text: demand },
      { kind: 'paragraph', text: basis },
      { kind: 'seal', unit: frame.office, name: frame.sealName, date: frame.date },
      { kind: 'verification', address: frame.verifyAddress, code: frame.verifyCode },
    ],
  }
}

/** 督办单 and 通报批评 (H-08): they name the order by its number and say nothing of who called and what about. */
export const urgingLetters: Readonly<Record<UrgingKind, DocumentTemplate>> = { orderReminder: letterOf('orderReminder'), orderCriticism: letterOf('orderCriticism') }

export function isUrgingKind(kind: string): kind is UrgingKind {
  return urgingKinds.some((one) => one === kind)
}

const sample: DocumentData = {
  office: '广州市花都区政务服务和数据管理局',
  number: '花政数热〔2026〕3号',
  unit: '花都区某某局',
  orderNumber: 'RX2026090100017',
  dueOn: '2026-09-08',
  remindedOn: '2026-09-09',
  days: 5,
  sealName: '便民热线专用章',
  issuedOn: '2026-09-16',
  verifyAddress: 'https://example.gov.cn/verify/8F2K-7Q4M-3XTD',
  verifyCode: '8F2K-7Q4M-3XTD',
}

/** Every document of the hotline, with a specimen and the rule on which it rests. */
export const hotlineDocuments: readonly DocumentKind[] = urgingKinds.map((kind) => ({ template: urgingLetters[kind], sample, basis: texts[kind].sourceOfRule }))
