import type { ChainFault } from './hash-chain.ts'
import zh from '../locales/zh-CN.json' with { type: 'json' }

/**
 * Why the ledger does not hold. Of an event: those of a chain, `matter-removed`, `not-in-tree` (neither leaf nor waiting), `leaf-differs` (the tree or the
 * waiting list holds another hash). Of a matter: `head-differs`, `state-differs`. Of a leaf: `leaf-missing`, `event-removed` (no event
 * behind it). Of the tree: `node-differs`, `root-forged`, `signature-false`, `tree-cut` (a checkpoint covers more leaves than there are), `leaves-unsigned`.
 * Of a document: `seal-false`; of a certificate: `certificate-false`. Of a published figure: `figure-differs`, `figure-removed`, `figure-unlisted` (no seal
 * lists it); of a publication: `figures-seal-false`, `figures-seal-missing` (the one before it is gone).
 */
export type LedgerFaultKind =
  | ChainFault
  | 'matter-removed'
  | 'not-in-tree'
  | 'leaf-differs'
  | 'head-differs'
  | 'state-differs'
  | 'leaf-missing'
  | 'event-removed'
  | 'node-differs'
  | 'root-forged'
  | 'signature-false'
  | 'tree-cut'
  | 'leaves-unsigned'
  | 'seal-false'
  | 'certificate-false'
  | 'figure-differs'
  | 'figure-removed'
  | 'figure-unlisted'
  | 'figures-seal-false'
  | 'figures-seal-missing'

/** The first thing that was touched; what applies is given. */
export interface LedgerFault {
  readonly fault: LedgerFaultKind
  readonly matterId?: string
  /** The matter's public number. */
  readonly number?: string
  readonly seq?: number
  readonly leafIndex?: number
  readonly treeSize?: number
  readonly documentNumber?: string
  readonly certificateIdentifier?: string
  readonly figureSeal?: number
  readonly figureName?: string
  readonly figurePeriod?: string
}

/** How much was checked, up to the fault if there is one. */
export interface LedgerCounts {
  readonly matters: number
  readonly events: number
  readonly leaves: number
  readonly checkpoints: number
  readonly documents: number
  /** Published figures that are as they were sealed, and those that are older than the seals; absent where figures were not looked at. */
  readonly sealedFigures?: number
  readonly unsealedFigures?: number
}

export type LedgerVerification = { readonly ok: true; readonly counts: LedgerCounts } | { readonly ok: false; readonly counts: LedgerCounts; readonly fault: LedgerFault }

/** The outcome as lines for the person who ran the check, in Chinese. */
export function verificationLines(outcome: LedgerVerification): readonly string[] {
  const { counts } = outcome
  const texts = zh.ledger
  const { sealedFigures, unsealedFigures, ...inLedger } = counts
  const counted = [fill(texts.counted, inLedger)]
  if (sealedFigures !== undefined) counted.push(fill(texts.countedFigures, { sealedFigures }))
  if (unsealedFigures) counted.push(fill(texts.unsealedFigures, { unsealedFigures }))
  if (outcome.ok) return [texts.holds, ...counted]
  const { fault, ...place } = outcome.fault
  const where = Object.entries(place).map(([name, value]) => `${texts.places[name as keyof typeof texts.places]} ${value}`)
  return [texts.touched, `${where.join(texts.comma)}${texts.colon}${texts.faults[fault]}`, ...counted]
}

function fill(text: string, values: Readonly<Record<string, number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
