import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import type { DocumentData, DocumentTemplate, Part } from '#kernel/documents/template.ts'
import type { MeasureKind } from '../schema.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const { frame: letter } = texts

const opening: readonly Part[] = [
  { kind: 'letterhead', text: letter.office },
  { kind: 'number', text: letter.number },
]

const closing: readonly Part[] = [
  { kind: 'seal', unit: letter.office, name: letter.sealName, date: letter.date },
  { kind: 'verification', address: letter.verifyAddress, code: letter.verifyCode },
]

export type LetterKind = Exclude<MeasureKind, 'talkBySection' | 'talkByDivision'>

function letterOf(kind: LetterKind): DocumentTemplate {
  const { title, facts, demand } = texts[kind]
  return {
    kind,
    version: 1,
    title,
    layout: 'letter',
    issuedOn: 'issuedOn',
    parts: [
      ...opening,
      { kind: 'addressee', text: letter.addressee },
      { kind: 'paragraph', text: facts },
      { kind: 'paragraph', text: [demand, { text: letter.provisional, when: 'provisional' }] },
      // Only with recordings: a letter that was issued before they were listed is made again as it was.
      { kind: 'paragraph', text: { text: letter.recordings, when: 'recordings' } },
      { kind: 'paragraph', text: letter.remedy },
      ...closing,
    ],
  }
}

/** 函告, 附音视频的函告, 黄牌, 红牌 and 监察建议书: what a unit is sent by the ladder (S-05). */
export const measureLetters: Readonly<Record<LetterKind, DocumentTemplate>> = {
  letter: letterOf('letter'),
  letterWithRecordings: letterOf('letterWithRecordings'),
  yellowCard: letterOf('yellowCard'),
  redCard: letterOf('redCard'),
  advice: letterOf('advice'),
}

/** 通报: every sentence from here, every figure from the register. */
export const bulletinTemplate: DocumentTemplate = {
  kind: 'bulletin',
  version: 1,
  title: texts.bulletin.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: texts.bulletin.total },
    { kind: 'paragraph', text: [{ text: texts.bulletin.sources, when: 'sources' }, { text: texts.bulletin.nothing, unless: 'sources' }] },
    { kind: 'paragraph', text: texts.bulletin.patrols },
    { kind: 'paragraph', text: texts.bulletin.measures },
    // Only where it was given: a bulletin that was issued before this sentence is made again as it was.
    { kind: 'paragraph', text: { text: texts.bulletin.criticised, when: 'criticised' } },
    { kind: 'table', from: 'units', columns: texts.bulletin.columns.map((column) => ({ ...column })) },
    ...closing,
  ],
}

const sample: DocumentData = {
  office: '广州市花都区政务服务和数据管理局',
  number: '花政数监〔2026〕7号',
  unit: '花都区某某局',
  year: 2026,
  monthOfYear: 9,
  findingNumber: 'JC202609100003',
  findings: 8,
  points: 31,
  answerBy: '2026-09-24',
  recordings: 'JC202609030001（1份）、JC202609100003（2份）',
  sealName: '效能监察专用章',
  issuedOn: '2026-09-10',
  verifyAddress: 'https://example.gov.cn/verify/8F2K-7Q4M-3XTD',
  verifyCode: '8F2K-7Q4M-3XTD',
}

const bulletinSample: DocumentData = {
  ...sample,
  period: '2026年9月7日至9月13日', findings: 3, minor: 1, obvious: 2, serious: 0, staff: 2, sources: '电子监察2件，现场巡查1件', made: 38, planned: 40, talks: 0, letters: 0, yellowCards: 0, redCards: 0, criticised: '花都区某某局2件',
  units: [{ name: '花都区某某局', findings: 2, points: 8, cards: '无' }],
}

/** Every document of this module, with a specimen and the rule on which it rests. */
export const supervisionDocuments: readonly DocumentKind[] = [
  ...Object.values(measureLetters).map((template) => ({ template, sample, basis: texts.basis })),
  { template: bulletinTemplate, sample: bulletinSample, basis: texts.basis },
]
