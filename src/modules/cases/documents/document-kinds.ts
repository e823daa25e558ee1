import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import { caseDocumentSamples } from './samples.ts'
import { type CaseDocumentKind, caseDocuments } from './templates.ts'
import bases from './locales/bases.zh-CN.json' with { type: 'json' }

/** Every document of a case with a specimen and the article on which it rests. */
export const caseDocumentKinds: readonly DocumentKind[] = (Object.keys(caseDocuments) as CaseDocumentKind[]).map((kind) => ({
  template: caseDocuments[kind],
  sample: caseDocumentSamples[kind],
  basis: bases[kind],
}))
