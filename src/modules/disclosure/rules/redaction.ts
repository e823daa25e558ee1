import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { disclosureErrors } from '../errors.ts'
import type { Removal } from '../schema.ts'

/** What stands in the place of what was taken out. */
export interface RemovalMarks {
  readonly passage: string
  readonly page: (page: number) => string
}

/**
 * The text of each page that remains (art. 37): passages are taken out wherever they stand, whatever the breaks within them; pages
 * as a whole. Refuses a passage that is nowhere, so that a slip of the pen gives nothing away, and a removal that leaves nothing.
 */
export function withoutRemoved(pages: readonly string[], { passages, pages: removedPages }: Removal, marks: RemovalMarks): Verdict<readonly string[]> {
  const folded = pages.map(fold)
  const missing = passages.filter((passage) => !folded.some((page) => rangesOf(page, passage).length > 0))
  const noPage = removedPages.filter((page) => page > pages.length)
  if (missing.length > 0 || noPage.length > 0) return refuse(disclosureErrors.passageMissing, { passages: missing.length, pages: noPage }, [{ pointer: '/passages', code: disclosureErrors.passageMissing.code }])
  const left = folded.map((page, at) => (removedPages.includes(at + 1) ? undefined : cutOut(page.text, passages, marks.passage)))
  if (left.every((text) => text === undefined || text.replaceAll(marks.passage, '').trim() === '')) return refuse(disclosureErrors.nothingLeft)
  return fineWith(left.map((text, at) => text ?? marks.page(at + 1)))
}

/** A text in which a mark stands for each of these passages that it has. */
export function cutOut(text: string, passages: readonly string[], mark: string): string {
  const page = fold(text)
  return cut(page, merged(passages.flatMap((passage) => rangesOf(page, passage))), mark)
}

/** Which of the passages can still be read in a text, whatever the breaks within them. */
export function stillReadable(text: string, passages: readonly string[]): readonly string[] {
  const page = fold(text)
  return passages.filter((passage) => rangesOf(page, passage).length > 0)
}

/** A text as it is compared: without spaces and breaks, compatible signs as one; `places` leads each unit back to its sign in the text. */
interface Folded {
  readonly text: string
  readonly plain: string
  readonly places: readonly Range[]
}

type Range = readonly [start: number, end: number]

function fold(text: string): Folded {
  let plain = ''
  const places: Range[] = []
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const compared = sign.normalize('NFKC').replaceAll(/\s/gu, '')
    plain += compared
    for (let unit = 0; unit < compared.length; unit += 1) places.push([at, at + sign.length])
    at += sign.length
  }
  return { text, plain, places }
}

/** Where a passage stands, overlapping occurrences too. */
function rangesOf({ plain, places }: Folded, passage: string): readonly Range[] {
  const wanted = fold(passage).plain
  const ranges: Range[] = []
  if (wanted === '') return ranges
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const first = places[at]
    const last = places[at + wanted.length - 1]
    if (first !== undefined && last !== undefined) ranges.push([first[0], last[1]])
  }
  return ranges
}

/** Ranges in order, those that touch as one. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)]
    else joined.push([start, end])
  }
  return joined
}

function cut({ text }: Folded, ranges: readonly Range[], mark: string): string {
  const starts = [0, ...ranges.map(([, end]) => end)]
  const ends = [...ranges.map(([start]) => start), text.length]
  return starts.map((start, at) => text.slice(start, ends[at])).join(mark)
}
