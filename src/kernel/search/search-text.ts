import { segment, words } from './words.ts'

/** Weight of a text, as PostgreSQL's `setweight` has them: A counts most. */
export type Weight = 'A' | 'B' | 'C' | 'D'

export interface WeightedText {
  readonly text: string
  readonly weight: Weight
}

/** Limits of a tsvector (PostgreSQL manual, 12.11): positions up to 16383, 256 of them for a word. Words are cut far below 2 KB. */
const lastPosition = 16_383
const mostPositions = 256
const longestWord = 100

/** A query of more words is not more precise, only slower. */
const mostQueryWords = 32

/**
 * The words of all parts as the text of a `tsvector` (`'许可证':2A,7D`), to be written with `${toVector(parts)}::tsvector`.
 * Never fails in PostgreSQL, whatever the parts hold.
 */
export function toVector(parts: readonly WeightedText[]): string {
  const positions = new Map<string, string[]>()
  let position = 0
  for (const { text, weight } of parts) {
    for (const word of segment(text)) {
      position = Math.min(position + 1, lastPosition)
      const at = positions.get(shortened(word)) ?? []
      if (at.length < mostPositions) positions.set(shortened(word), [...at, `${position}${weight}`])
    }
  }
  return [...positions].map(([word, at]) => `${quoted(word)}:${[...new Set(at)].join(',')}`).join(' ')
}

/**
 * What somebody typed as the text of a `tsquery`, to be used with `vector @@ ${toQuery(text)}::tsquery`: all its words, each
 * whole or by its parts, or all words of one of the synonyms. Operators and quotes of the text mean nothing. Text without a
 * letter or digit gives the empty query, which finds nothing.
 */
export function toQuery(text: string, synonyms: readonly string[] = []): string {
  const ways = [text, ...synonyms].map(allWords).filter((way) => way !== '')
  return [...new Set(ways)].map((way) => `(${way})`).join(' | ')
}

function allWords(text: string): string {
  return [...new Set(words(text))].slice(0, mostQueryWords).map(wordOrParts).join(' & ')
}

/** 许可证 finds a text that has the word, or one in which it was cut into its parts. */
function wordOrParts(word: string): string {
  const parts = segment(word).filter((part) => part !== word)
  const whole = quoted(shortened(word))
  return parts.length < 2 ? whole : `(${whole} | (${parts.map((part) => quoted(shortened(part))).join(' & ')}))`
}

function shortened(word: string): string {
  return Array.from(word).slice(0, longestWord).join('')
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
}
