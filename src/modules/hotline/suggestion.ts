import type { Ctx } from '#kernel/contract/operation.ts'
import { words } from '#kernel/search/words.ts'
import type { Vault } from '#kernel/vault/vault.ts'
import { bigClassOf } from './categories.ts'
import { guess, type Guess, learnable } from './rules/classifier.ts'
import { type Aspect, learn, readCounts } from './store/learning.ts'

type Db = Ctx['db']

/** What the classifier proposed for an appeal when it came in; it stays beside what was chosen. */
export interface Suggestion {
  /** Big classes. */
  readonly categories: readonly Guess[]
  /** Small classes of the first of them; absent in what came in before there were any. */
  readonly classes?: readonly Guess[]
  readonly units: readonly Guess[]
}

const shown = 3

/** Proposes category and unit from what was dispatched before: first the big class, then one of its small ones. */
export async function suggest(db: Db, text: string): Promise<Suggestion> {
  const asked = learnable(words(text))
  const of = async (aspect: Aspect, isMeant: (label: string) => boolean = () => true): Promise<readonly Guess[]> => {
    const { labels, vocabulary } = await readCounts(db, aspect, [...new Set(asked)])
    return guess(asked, labels.filter(({ label }) => isMeant(label)), vocabulary).slice(0, shown)
  }
  const categories = await of('category')
  const big = categories[0]?.label
  return { categories, classes: big === undefined ? [] : await of('class', (label) => bigClassOf(label) === big), units: await of('unit') }
}

/** The category that is proposed: the likeliest small class of the likeliest big one. */
export function proposedCategory({ categories, classes = [] }: Suggestion): string | null {
  return (classes[0] ?? categories[0])?.label ?? null
}

/** Learns that such a text went to this unit under this category. Texts of secret callers are never learnt from. */
export async function learnDispatch(db: Db, text: string, { category, unitId }: { readonly category: string; readonly unitId: string }): Promise<void> {
  const big = bigClassOf(category)
  await learn(db, [`category:${big}`, ...(category === big ? [] : [`class:${category}`]), `unit:${unitId}`], learnable(words(text)))
}

/** The words of an appeal as blind indexes: the same matter is found by them and nothing can be read from them (H-09). */
export function wordIndexOf(vault: Vault, text: string): ReadonlyMap<string, string> {
  return new Map([...new Set(learnable(words(text)))].slice(0, 200).map((word) => [vault.index('hotline-word', word).slice(0, 16), word]))
}

/** Where it is, so that the same place is found. */
export function placeIndexOf({ services }: Pick<Ctx, 'services'>, place: string | undefined): string | null {
  return place === undefined || place === '' ? null : services.vault.index('hotline-place', place)
}
