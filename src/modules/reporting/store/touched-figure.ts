import { sm3 } from '#kernel/crypto/sm3.ts'
import type { Db } from '#kernel/db/pool.ts'
import { sealHolds } from '#kernel/documents/seal.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { allMetrics } from '../registry.ts'
import { envelopeOf, type FigureSeal, findUnlistedFigure, type ListedFigure, listFigures, listSeals } from './figure-seals.ts'

type KeysAt = (at: Date) => readonly Buffer[]

/** Of a figure: it is not what was sealed, it is gone, or no seal lists it. Of the list of a publication: its signature is not the office's, or a list before it is gone. */
export type FigureFault = 'figure-differs' | 'figure-removed' | 'figure-unlisted' | 'figures-seal-false' | 'figures-seal-missing'

export interface TouchedFigure {
  readonly fault: FigureFault
  /** Number of the publication; given where its list as a whole was touched. */
  readonly figureSeal?: number
  /** What the figure is called; given where one figure was touched. */
  readonly figureName?: string
  /** First and last day, `2026-09-01/2026-09-30`; absent if the touched list tells none. */
  readonly figurePeriod?: string
}

export interface FigureVerification {
  /** How many figures are as they were sealed, and of how many nobody can say so because they are older than the seals. */
  readonly counts: { readonly sealedFigures: number; readonly unsealedFigures: number }
  readonly touched: TouchedFigure | undefined
}

/** Checks every published figure and every publication as a whole against their seals, by the keys that the office had then; names the first that was touched. */
export async function verifyFigures(db: Db, keysAt: KeysAt): Promise<FigureVerification> {
  const counts = { sealedFigures: 0, unsealedFigures: 0 }
  const touched = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      let before: FigureSeal | undefined
      for (const seal of (await listSeals(tx, null)).toReversed()) {
        const fault = sealFault(seal, before, keysAt) ?? (await figureFault(tx, seal))
        if (fault !== undefined) return fault
        counts[seal.signature === null ? 'unsealedFigures' : 'sealedFigures'] += seal.figures.length
        before = seal
      }
      const unlisted = await findUnlistedFigure(tx)
      return unlisted && named('figure-unlisted', unlisted)
    })
  return { counts, touched }
}

function sealFault(seal: FigureSeal, before: FigureSeal | undefined, keysAt: KeysAt): TouchedFigure | undefined {
  const { number, sealedAt, figures, signature } = seal
  const [first] = figures
  const place = { figureSeal: number, ...(first !== undefined && { figurePeriod: periodOf(first) }) }
  if (number !== (before === undefined ? 0 : before.number + 1)) return { fault: 'figures-seal-missing', ...place }
  if (number === 0) return undefined
  const contentHash = sm3(canonicalJson(figures))
  const genuine = signature !== null && keysAt(sealedAt).some((key) => sealHolds(envelopeOf(seal, before), { contentHash, signature }, key))
  return genuine ? undefined : { fault: 'figures-seal-false', ...place }
}

async function figureFault(db: Db, { figures, signature }: FigureSeal): Promise<TouchedFigure | undefined> {
  const stored = new Map((await listFigures(db, figures.map(({ id }) => id))).map((figure) => [figure.id, figure.hash]))
  for (const figure of figures) {
    const hash = stored.get(figure.id)
    if (hash === undefined) return named('figure-removed', figure)
    if (signature !== null && hash !== figure.hash) return named('figure-differs', figure)
  }
  return undefined
}

function named(fault: FigureFault, figure: Omit<ListedFigure, 'hash'>): TouchedFigure {
  return { fault, figureName: allMetrics.find(({ id }) => id === figure.metric)?.words.name ?? figure.metric, figurePeriod: periodOf(figure) }
}

function periodOf({ from, to }: Pick<ListedFigure, 'from' | 'to'>): string {
  return `${from}/${to}`
}
