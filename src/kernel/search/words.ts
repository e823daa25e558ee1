import { dict } from '@node-rs/jieba/dict.js'
import { Jieba } from '@node-rs/jieba'

/** How often a learnt word counts as seen: enough to hold together against its parts. */
const learntFrequency = 100_000

let loaded: Jieba | undefined

function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}

/**
 * Teaches words of the trade (一照通办, 容缺受理) to this process, so that they are not cut apart. Index and query must know
 * the same words: call it at start with shipped words only, before anything is indexed. Anything but letters is dropped.
 */
export function learnWords(words: readonly string[]): void {
  const lines = words.map((word) => normalise(word).join('')).filter((word) => Array.from(word).length > 1)
  if (lines.length > 0) jieba().loadDict(Buffer.from(lines.map((word) => `${word} ${learntFrequency} n\n`).join('')))
}

/**
 * The words of a text in order, lower case, letters and digits only: `食品经营许可证 GB/T 36112` → 食品, 经营, 许可证, gb, t,
 * 36112. Full-width forms become half-width. Takes any string.
 */
export function words(text: string): readonly string[] {
  return normalise(text).flatMap((run) => jieba().cut(run, false))
}

/** The same with the shorter words that a longer one contains before it: 许可证 → 许可, 许可证. */
export function segment(text: string): readonly string[] {
  return normalise(text).flatMap((run) => jieba().cutForSearch(run, false))
}

/** Runs of letters and digits; everything else separates. */
function normalise(text: string): readonly string[] {
  return text.toWellFormed().normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
