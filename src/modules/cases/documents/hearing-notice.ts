import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { closing, letterFoot, opening } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.hearingNotice

/** 听证通知书 (行政许可法 第四十六条至第四十八条; rule C-10). `requestedOn` is given if a party asked, absent if the authority calls the hearing itself. */
export const hearingNotice: DocumentTemplate = {
  kind: 'hearingNotice',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...opening,
    { kind: 'paragraph', text: [
        { text: text.requested + text.basis, when: 'requestedOn' },
        { text: text.initiated + text.ownBasis, unless: 'requestedOn' },
      ] },
    { kind: 'facts', rows: [text.time, text.place, text.chair, text.reviewers] },
    { kind: 'paragraph', text: text.rights },
    { kind: 'paragraph', text: text.cost },
    ...closing,
  ],
  foot: letterFoot,
}
