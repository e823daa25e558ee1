import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import { certificate } from './certificate.ts'
import { certificateSample } from './certificate-sample.ts'
import bases from './locales/bases.zh-CN.json' with { type: 'json' }

/** The certificate with a specimen and the article on which it rests. */
export const certificateKinds: readonly DocumentKind[] = [{ template: certificate, sample: certificateSample, basis: bases.certificate }]
