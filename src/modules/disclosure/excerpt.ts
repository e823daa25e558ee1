import { extractText, getDocumentProxy } from 'unpdf'
import type { Block } from '#kernel/documents/block.ts'
import { drawPdf, simulatedLine } from '#kernel/documents/pdf.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { disclosureErrors } from './errors.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { cutOut, stillReadable, withoutRemoved } from './rules/redaction.ts'
import type { Removal } from './schema.ts'

const mostPages = 500
const { letters } = texts
/** What an excerpt says of itself. */
const ownWords = [letters.removed, letters.excerptTitle, letters.excerptNote, simulatedLine]

/** On which day and in what kind of office an excerpt is made. */
interface ExcerptPlace {
  readonly issuedOn: Day
  readonly simulated: boolean
}

/** The text of a PDF page by page. Refuses what is no PDF, what is too long, and pictures of text: nobody could say what is left of them. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pages = await textOf(bytes)
  if (pages === undefined || pages.length > mostPages) throw new Refusal(disclosureErrors.notPdf)
  if (pages.every((text) => text.trim() === '')) throw new Refusal(disclosureErrors.noText)
  return pages
}

/**
 * A new PDF of what may be given (art. 37): it is set from the text that remains and holds nothing of the original's file, so what
 * was taken out is not covered but absent. Before it leaves it is read back: while a passage can still be read in it, there is no excerpt.
 */
export async function excerptOf(bytes: Uint8Array, removal: Removal, { issuedOn, simulated }: ExcerptPlace): Promise<Uint8Array> {
  const marks = { passage: letters.removed, page: (page: number) => letters.removedPage.replace('{page}', String(page)) }
  const remaining = must(withoutRemoved(await pagesOf(bytes), removal, marks))
  const blocks = remaining.flatMap((text, at): Block[] => [{ kind: 'number', text: letters.excerptPage.replace('{page}', String(at + 1)) }, ...linesOf(text)])
  const made = await drawPdf({ kind: 'excerpt', version: 1, layout: 'letter', title: letters.excerptTitle, issuedOn, blocks: [{ kind: 'paragraph', text: letters.excerptNote }, ...blocks] }, { simulated })
  const readBack = cutOut((await pagesOf(made)).join('\n'), ownWords, ' ')
  if (stillReadable(readBack, removal.passages).length > 0) throw new Refusal(disclosureErrors.stillReadable)
  return made
}

function linesOf(text: string): readonly Block[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => ({ kind: 'paragraph', text: line }))
}

/** Undefined for what cannot be read as a PDF. */
async function textOf(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  try {
    // The reader takes the bytes for itself: it is given a copy.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    return (await extractText(document, { mergePages: false })).text
  } catch {
    return undefined
  }
}
