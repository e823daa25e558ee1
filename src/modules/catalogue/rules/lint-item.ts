import { fine, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { catalogueErrors } from '../errors.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import type { Finding, LintContext, LintRule } from './finding.ts'
import { feesAreFounded, phonesDiffer, visitsMakeSense } from './lint-access.ts'
import { caseNumbersFit, codesFitTogether, handlingCodes, typeInBasicCode } from './lint-codes.ts'
import { promiseFitsKind, promiseWithinLaw } from './lint-limits.ts'
import { noCatchAll, proofsAreListed, sharedIsExempt } from './lint-materials.ts'
import { referencesHold } from './lint-references.ts'
import { permitIsExplained, resultIsShown } from './lint-result.ts'
import { cancelledStaysCancelled, oneVersionADay, permitIsFounded, permitIsListed } from './lint-standing.ts'

const RULES: readonly LintRule[] = [
  codesFitTogether,
  typeInBasicCode,
  handlingCodes,
  caseNumbersFit,
  promiseWithinLaw,
  promiseFitsKind,
  visitsMakeSense,
  feesAreFounded,
  phonesDiffer,
  resultIsShown,
  permitIsExplained,
  noCatchAll,
  sharedIsExempt,
  oneVersionADay,
  cancelledStaysCancelled,
  permitIsListed,
  proofsAreListed,
  permitIsFounded,
  referencesHold,
]

/** Everything that rules I-01 to I-18 say about an item version, in the order of the rules. */
export function lintItem(version: ItemVersion, context: LintContext): readonly Finding[] {
  return RULES.flatMap((rule) => rule(version, context))
}

/** A version with an error may not be published; warnings do not stop it. */
export function mayPublish(version: ItemVersion, context: LintContext): Verdict {
  const errors = lintItem(version, context).filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return fine
  return refuse(
    catalogueErrors.itemUnfit,
    { rules: [...new Set(errors.map((finding) => finding.rule))] },
    errors.map(({ pointer, code }) => ({ pointer, code: `catalogue.lint.${code}` })),
  )
}
