import type { DocumentTemplate } from '#kernel/documents/template.ts'
import { formOpening, letterFoot, onlyWith, sealAndCode } from './letter.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.deliveryReceipt

/** 送达回证: proves when a document reached its addressee; blank places are signed by hand. */
export const deliveryReceipt: DocumentTemplate = {
  kind: 'deliveryReceipt',
  version: 1,
  title: text.title,
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    ...formOpening,
    {
      kind: 'facts',
      rows: [
        text.item,
        text.recipient,
        text.document,
        text.documentNumber,
        text.method,
        text.place,
        text.server,
        text.servedOn,
        { ...text.signature, text: onlyWith('receivedBy', text.signature.text), byHand: true },
        { ...text.proxy, text: onlyWith('proxy', text.proxy.text), byHand: true },
        { ...text.note, text: onlyWith('note', text.note.text), byHand: true },
      ],
    },
    ...sealAndCode,
  ],
  foot: letterFoot,
}
