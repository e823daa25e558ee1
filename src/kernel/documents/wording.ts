import { type FieldFault, fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { documentErrors } from './errors.ts'
import { placeholdersIn } from './placeholders.ts'
import type { DocumentTemplate, FactTemplate, Part, Sentence, TextTemplate } from './template.ts'

/** An office's own words for texts of a template, by the text as it was shipped: a text that a release changes begins anew. */
export type Wording = Readonly<Record<string, string>>

type Rewrite = (text: string) => string

/** The template with every text that an office may word passed through `rewrite`. What names the authority, the number, the seal and the code stays. */
function rewritten(template: DocumentTemplate, rewrite: Rewrite): DocumentTemplate {
  const { title, parts, foot } = template
  return { ...template, title: rewrite(title), parts: parts.map((part) => rewrittenPart(part, rewrite)), ...(foot !== undefined && { foot: rewrite(foot) }) }
}

function rewrittenPart(part: Part, rewrite: Rewrite): Part {
  switch (part.kind) {
    case 'paragraph':
    case 'remedy':
    case 'items':
      return { ...part, text: rewrittenText(part.text, rewrite) }
    case 'table':
      return { ...part, columns: part.columns.map((column) => ({ ...column, heading: rewrite(column.heading), text: rewrittenText(column.text, rewrite) })) }
    case 'facts':
    case 'signatures':
      return { ...part, rows: part.rows.map((row): FactTemplate => ({ ...row, label: rewrite(row.label), text: rewrittenText(row.text, rewrite) })) }
    default:
      return part
  }
}

function rewrittenText(template: TextTemplate, rewrite: Rewrite): TextTemplate {
  const one = (sentence: Sentence): Sentence => (typeof sentence === 'string' ? rewrite(sentence) : { ...sentence, text: rewrite(sentence.text) })
  return typeof template === 'string' || 'text' in template ? one(template) : template.map(one)
}

/** The texts that an office may word, as shipped, in the order in which they are read; what is a placeholder alone is none. */
export function wordableTexts(template: DocumentTemplate): readonly string[] {
  const texts = new Set<string>()
  rewritten(template, (text) => {
    if (/\p{Script=Han}/u.test(text)) texts.add(text)
    return text
  })
  return [...texts]
}

/** The template in the words of the office. */
export function worded(template: DocumentTemplate, wording: Wording): DocumentTemplate {
  return rewritten(template, (text) => wording[text] ?? text)
}

/**
 * Whether an office may word a template so: each text has just the placeholders of the shipped one, because one that is lost would be
 * missing from every document, and one that is new would never be filled. Refuses every text at fault at once.
 */
export function checkWording(template: DocumentTemplate, wording: Wording): Verdict {
  const texts = wordableTexts(template)
  const faults = Object.entries(wording).flatMap(([shipped, text]): FieldFault[] => {
    const place = texts.indexOf(shipped)
    if (place === -1) return [{ pointer: '/texts', code: documentErrors.wordingUnfit.code }]
    const code = faultOf(shipped, text)
    return code === undefined ? [] : [{ pointer: `/texts/${place}`, code }]
  })
  return faults.length === 0 ? fine : refuse(documentErrors.wordingUnfit, {}, faults)
}

function faultOf(shipped: string, text: string): string | undefined {
  const asked = placeholdersIn(shipped)
  const given = placeholdersIn(text)
  if (asked.some((one) => !given.includes(one))) return documentErrors.placeholderMissing.code
  const rest = given.reduce((left, one) => left.replaceAll(one, ''), text)
  return given.some((one) => !asked.includes(one)) || /[{}]/.test(rest) ? documentErrors.placeholderUnknown.code : undefined
}
