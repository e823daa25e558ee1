import type { DocumentTemplate } from '#kernel/documents/template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const text = texts.certificate

/**
 * The printable face of an electronic certificate (GB/T 36903 metadata, GB/T 36904 identifier): landscape, framed.
 * What the kind of certificate adds stands in the list `fields` (label, value); without `validTo` it does not expire.
 */
export const certificate: DocumentTemplate = {
  kind: 'certificate',
  version: 1,
  title: text.title,
  layout: 'certificate',
  issuedOn: 'issuedOn',
  parts: [
    { kind: 'number', text: text.number },
    { kind: 'facts', rows: [text.holder, text.holderCode] },
    { kind: 'listedFacts', from: 'fields', label: text.fieldLabel, text: text.fieldText },
    {
      kind: 'facts',
      rows: [
        {
          label: text.validity.label,
          text: [
            { text: text.validity.fixed, when: 'validTo' },
            { text: text.validity.open, unless: 'validTo' },
          ],
        },
        text.identifier,
      ],
    },
    { kind: 'seal', unit: text.unit, name: text.sealName, date: text.date },
    { kind: 'verification', address: text.verifyAddress, code: text.verifyCode },
  ],
}
