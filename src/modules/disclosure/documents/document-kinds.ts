import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import bases from './locales/bases.zh-CN.json' with { type: 'json' }
import samples from './locales/samples.zh-CN.json' with { type: 'json' }
import { type DisclosureDocumentKind, disclosureDocuments } from './templates.ts'

/** Every letter of an application with a specimen and the article on which it rests. */
export const disclosureDocumentKinds: readonly DocumentKind[] = (Object.keys(disclosureDocuments) as DisclosureDocumentKind[]).map((kind) => ({
  template: disclosureDocuments[kind],
  sample: { ...samples.letter, ...samples[kind] } satisfies DocumentData,
  basis: bases[kind],
}))
