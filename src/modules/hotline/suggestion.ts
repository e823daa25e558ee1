import type { Ctx } from '#kernel/contract/operation.ts'
import { words } from '#kernel/search/words.ts'
import type { Vault } from '#kernel/vault/vault.ts'
import { guess, type Guess, learnable } from './rules/classifier.ts'
import { learn, readCounts } from './store/learning.ts'

type Db = Ctx['db']

/** What the classifier proposed for an appeal when it came in; it stays beside what was chosen. */
export interface Suggestion {
  readonly categories: readonly Guess[]
  readonly units: readonly Guess[]
}

const shown = 3

/** Proposes category and unit from what was dispatched before. */
export async function suggest(db: Db, text: string): Promise<Suggestion> {
  const asked = learnable(words(text))
  const of = async (aspect: 'category' | 'unit'): Promise<readonly Guess[]> => {
    const { labels, vocabulary } = await readCounts(db, aspect, [...new Set(asked)])
    return guess(asked, labels, vocabulary).slice(0, shown)
  }
  return { categories: await of('category'), units: await of('unit') }
}

/** Learns that such a text went to this unit under this category. Texts of secret callers are never learnt from. */
export async function learnDispatch(db: Db, text: string, chosen: { readonly category: string; readonly unitId: string }): Promise<void> {
  await learn(db, [`category:${chosen.category}`, `unit:${chosen.unitId}`], learnable(words(text)))
}

/** The words of an appeal as blind indexes: the same matter is found by them and nothing can be read from them (H-09). */
export function wordIndexOf(vault: Vault, text: string): ReadonlyMap<string, string> {
  return new Map([...new Set(learnable(words(text)))].slice(0, 200).map((word) => [vault.index('hotline-word', word).slice(0, 16), word]))
}

/** Where it is, so that the same place is found. */
export function placeIndexOf({ services }: Pick<Ctx, 'services'>, place: string | undefined): string | null {
  return place === undefined || place === '' ? null : services.vault.index('hotline-place', place)
}
