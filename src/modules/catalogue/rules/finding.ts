import type { CertificateType, PermitListEntry, ProofItem, SharedResource } from '../schema/lists.ts'
import type { ItemVersion } from '../schema/item-version.ts'

/** One thing that the linter says about an item version. `code` names the text under `lint` in the locale file. */
export interface Finding {
  /** `I-01` … `I-18`, or `REF` for a reference inside the record that leads nowhere. */
  readonly rule: string
  /** An error forbids publishing; a warning is shown to the editor. */
  readonly severity: 'error' | 'warn'
  /** RFC 6901 pointer into the item version. */
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What the linter has to know besides the version itself. */
export interface LintContext {
  readonly permitList: readonly PermitListEntry[]
  readonly proofItems: readonly ProofItem[]
  readonly sharedResources: readonly SharedResource[]
  readonly certificateTypes: readonly CertificateType[]
  /** All other versions of the same item. */
  readonly otherVersions: readonly ItemVersion[]
}

/** A rule of the catalogue: looks at one version and says what is wrong with it. */
export type LintRule = (version: ItemVersion, context: LintContext) => readonly Finding[]

export type Params = Finding['params']

/** An error of a rule at a place of the record. */
export function errorAt(rule: string, pointer: string, code: string, params: Params = {}): Finding {
  return { rule, severity: 'error', pointer, code, params }
}

/** A warning of a rule at a place of the record. */
export function warnAt(rule: string, pointer: string, code: string, params: Params = {}): Finding {
  return { rule, severity: 'warn', pointer, code, params }
}

/** Keeps the findings whose condition holds. */
export function findingsWhere(...checks: readonly (readonly [boolean, Finding])[]): readonly Finding[] {
  return checks.filter(([holds]) => holds).map(([, finding]) => finding)
}
