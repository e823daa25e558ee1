import type { ItemVersion } from './schema/item-version.ts'
import type { ThemePackage } from './schema/theme.ts'

/** A phrase that people say and the items it leads to. Themes lead to several, and count less than an item's own synonym. */
export interface PlainPhrase {
  readonly phrase: string
  readonly items: readonly string[]
  readonly strength: number
  readonly from: 'NAME' | 'SYNONYM' | 'THEME'
}

/** An item that a plain question may mean, with the phrase that led there. */
export interface PlainHit {
  readonly item: string
  readonly score: number
  readonly because: string
}

export interface ExpandedQuery {
  /** The question without the words that say only that somebody asks. */
  readonly core: string
  /** Official words to add to the full-text search. */
  readonly addedTerms: readonly string[]
  readonly hits: readonly PlainHit[]
}

/** Words that a question has and an item has not: longest first, so that 怎么办理 goes before 怎么. */
const FILLERS = [
  '应该怎么办理',
  '需要什么材料',
  '需要办什么证',
  '要办什么证',
  '怎么办理',
  '如何办理',
  '在哪里办',
  '在哪办',
  '怎么办',
  '想要',
  '我要',
  '我想',
  '请问',
  '申请',
  '办理',
  '一家',
  '一个',
  '一间',
  '怎么',
  '如何',
  '什么',
  '需要',
  '自己',
  '个',
  '家',
  '想',
  '我',
  '要',
  '办',
  '的',
  '了',
  '吗',
  '呢',
]

const STRENGTH = { NAME: 3, SYNONYM: 4, THEME: 2 }
const MOST_HITS = 12
const MOST_THEMES = 3

function withoutFillers(text: string): string {
  const plain = text.toLowerCase().replace(/[\s，。？！、,.?!（）()“”"]/g, '')
  return FILLERS.reduce((rest, filler) => rest.replaceAll(filler, ''), plain)
}

/** Builds the phrases of a catalogue once: item names, their synonyms, and the names and synonyms of the themes they belong to. */
export function plainPhrases(versions: readonly Pick<ItemVersion, 'itemKey' | 'name' | 'synonyms'>[], themes: readonly ThemePackage[]): readonly PlainPhrase[] {
  const phrase = (text: string, items: readonly string[], from: PlainPhrase['from']): PlainPhrase => ({
    phrase: withoutFillers(text),
    items,
    strength: STRENGTH[from],
    from,
  })
  return [
    ...versions.flatMap((version) => [phrase(version.name, [version.itemKey], 'NAME'), ...version.synonyms.map((word) => phrase(word, [version.itemKey], 'SYNONYM'))]),
    ...themes.flatMap((theme) => {
      const items = theme.steps.flatMap((step) => step.items.map((one) => one.item))
      return [theme.name, ...theme.synonyms].map((word) => phrase(word, items, 'THEME'))
    }),
  ].filter((one) => one.phrase.length > 1)
}

/** Two neighbouring characters as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
}

function pairsOf(text: string): ReadonlySet<number> {
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => pairAt(text, at)))
}

/**
 * The share of the phrase's neighbouring pairs of characters that the question has: 1 is all of them, and word order within the question
 * does not matter. Asked of every phrase of the catalogue for every question, so that it makes nothing.
 */
function likeness(core: string, corePairs: ReadonlySet<number>, phrase: string): number {
  let shared = 0
  for (let at = 0; at < phrase.length - 1; at++) if (corePairs.has(pairAt(phrase, at))) shared += 1
  if (shared === 0) return 0
  if (core.includes(phrase)) return 1
  if (phrase.includes(core)) return core.length / phrase.length
  return shared / (phrase.length - 1)
}

/** Finds what a question in plain words may mean: "我想开个饭店" leads to 食品经营许可 by the synonym 开饭店 and by the theme. Questions beyond 100 characters are cut. */
export function expandQuery(question: string, phrases: readonly PlainPhrase[], names: ReadonlyMap<string, string>): ExpandedQuery {
  const core = withoutFillers(question.slice(0, 100))
  const best = new Map<string, PlainHit>()
  const corePairs = pairsOf(core)
  for (const { phrase, items, strength } of core.length < 2 ? [] : phrases) {
    const like = likeness(core, corePairs, phrase)
    if (like < 0.5) continue
    for (const item of items) {
      const earlier = best.get(item)
      const score = like * strength
      // An item that both its own synonym and a theme point to stands above one that only a theme names.
      best.set(item, {
        item,
        score: Math.max(score, earlier?.score ?? 0) + (earlier ? Math.min(score, earlier.score) / 10 : 0),
        because: earlier && earlier.score >= score ? earlier.because : phrase,
      })
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.item.localeCompare(b.item)).slice(0, MOST_HITS)
  return { core, addedTerms: [...new Set(hits.map((hit) => names.get(hit.item)).filter((name) => name !== undefined))], hits }
}

/** The themes that a question in plain words may mean, the likeliest first: "开饭店" leads to 我要开饭店. */
export function themesMeant(question: string, themes: readonly ThemePackage[]): readonly ThemePackage[] {
  const core = withoutFillers(question.slice(0, 100))
  if (core.length < 2) return []
  const pairs = pairsOf(core)
  const likest = (theme: ThemePackage): number => Math.max(...[theme.name, ...theme.synonyms].map(withoutFillers).map((phrase) => (phrase.length < 2 ? 0 : likeness(core, pairs, phrase))))
  return themes
    .map((theme) => ({ theme, like: likest(theme) }))
    .filter(({ like }) => like >= 0.6)
    .toSorted((one, other) => other.like - one.like)
    .slice(0, MOST_THEMES)
    .map(({ theme }) => theme)
}
