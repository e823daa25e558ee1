import { ADMIN_LICENSE } from '../schema/item-version.ts'
import { STEP_KINDS } from '../schema/route.ts'
import { errorAt, findingsWhere, warnAt } from './finding.ts'
import type { LintRule } from './finding.ts'

/** The closing kind that a result's name asks for: …证 is issued as a certificate, …文 as a document, …批复 as an approval. */
export function closingKindOf(resultName: string): 'CERTIFICATE_ISSUED' | 'DOCUMENT_ISSUED' | 'APPROVAL_ISSUED' | undefined {
  if (resultName.endsWith('证')) return 'CERTIFICATE_ISSUED'
  if (resultName.endsWith('文')) return 'DOCUMENT_ISSUED'
  return resultName.endsWith('批复') ? 'APPROVAL_ISSUED' : undefined
}

/** I-10: a named result shows its sample, whose content is asked somewhere; a certificate is linked to a known certificate type. */
export const resultIsShown: LintRule = ({ result, form, scenarios }, { certificateTypes }) => {
  const asked = new Set([...form.sections.flatMap((section) => section.fields.map((field) => field.label)), ...scenarios.map(({ question }) => question)])
  const sources = (result.sample?.fields ?? []).flatMap(({ label, from = [] }, at) => from.map((source) => ({ at, label, source })))
  const type = certificateTypes.find((one) => one.key === result.certificateType)
  const closing = result.name === null ? undefined : closingKindOf(result.name)
  return findingsWhere(
    [result.name !== null && result.sample === null, errorAt('I-10', '/result/sample', 'result-without-sample', { name: result.name ?? '' })],
    [result.kind === 'CERTIFICATE' && type === undefined, errorAt('I-10', '/result/certificateType', 'certificate-without-type', { name: result.name ?? '' })],
    [closing !== undefined && closing !== result.closingKind, warnAt('I-10', '/result/closingKind', 'closing-kind-differs', { name: result.name ?? '' })],
    ...sources.map(({ at, label, source }) => [!asked.has(source), warnAt('I-10', `/result/sample/fields/${at}/from`, 'sample-source-unknown', { label, source })] as const),
  )
}

/** I-11: a permit has a frequent question and all five steps, in their order. */
export const permitIsExplained: LintRule = ({ itemType, faq, route }) => {
  if (itemType !== ADMIN_LICENSE) return []
  const missing = STEP_KINDS.filter((kind) => !route.steps.some((step) => step.kind === kind))
  const ordered = route.steps.every((step) => route.steps.every((other) => STEP_KINDS.indexOf(step.kind) <= STEP_KINDS.indexOf(other.kind) || step.order >= other.order))
  return findingsWhere(
    [faq.length === 0, errorAt('I-11', '/faq', 'permit-without-faq')],
    [missing.length > 0, errorAt('I-11', '/route/steps', 'permit-without-step', { missing: missing.join(' ') })],
    [!ordered, errorAt('I-11', '/route/steps', 'steps-out-of-order')],
  )
}
