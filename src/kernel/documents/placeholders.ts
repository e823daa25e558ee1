import type { DataRow, DocumentData, Sentence, TextTemplate } from './template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

const placeholder = /\{\{(\w+)(?::(\w+))?\}\}/g
const endsSentence = /[。．.；;，,\s]+$/
const punctuation = /^[。；，、）]/
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** Collects the fields that a document lacks, so that one refusal can name them all. */
export interface Scope {
  readonly values: DocumentData | DataRow
  /** Prefix of the field names in a refusal: `defects.2.` for the third row of a list. */
  readonly path: string
  readonly missing: Set<string>
  readonly malformed: Set<string>
}

/** Fills the sentences that apply and joins them; undefined if none applies. Faults are collected in the scope, not thrown. */
export function fill(template: TextTemplate, scope: Scope): string | undefined {
  const sentences = sentencesOf(template).filter((sentence) => applies(sentence, scope.values))
  if (sentences.length === 0) return undefined
  return sentences.map((sentence) => fillSentence(textOf(sentence), scope)).join('')
}

/** The names of all fields that a text asks for, whether or not its sentence applies. */
export function fieldsOf(template: TextTemplate): readonly { readonly field: string; readonly conditional: boolean }[] {
  return sentencesOf(template).flatMap((sentence) =>
    [...textOf(sentence).matchAll(placeholder)].map((match) => ({ field: match[1] ?? '', conditional: typeof sentence !== 'string' })),
  )
}

/** The placeholders of a text as they are written, each once: `{{appliedOn:day}}`. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([written]) => written))]
}

/** Writes an ISO day as in a public document (GB/T 9704-2012, 7.3.5.4: no leading zeros); undefined if it is not a real day. */
export function chineseDay(day: string): string | undefined {
  const match = isoDay.exec(day)
  if (!match) return undefined
  const instant = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) return undefined
  return texts.day.replace('{year}', String(Number(match[1]))).replace('{month}', String(Number(match[2]))).replace('{date}', String(Number(match[3])))
}

/**
 * A value as it may stand in a legal document: one line without control characters, and without the invisible marks that
 * reorder or hide text (Unicode TR36: bidirectional overrides, zero-width signs), because they make a page say what its text does not.
 */
export function printable(value: string | number): string {
  return String(value)
    .toWellFormed()
    .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .normalize('NFC')
}

function sentencesOf(template: TextTemplate): readonly Sentence[] {
  return typeof template === 'string' || 'text' in template ? [template] : template
}

function textOf(sentence: Sentence): string {
  return typeof sentence === 'string' ? sentence : sentence.text
}

function applies(sentence: Sentence, values: DocumentData | DataRow): boolean {
  if (typeof sentence === 'string') return true
  if (sentence.when !== undefined && !given(values[sentence.when])) return false
  return sentence.unless === undefined || !given(values[sentence.unless])
}

function given(value: DocumentData[string]): boolean {
  if (value === undefined) return false
  return Array.isArray(value) ? value.length > 0 : printable(value as string | number) !== ''
}

function fillSentence(text: string, scope: Scope): string {
  return text.replace(placeholder, (match: string, field: string, format: string | undefined, offset: number) => {
    const value = scope.values[field]
    if (value === undefined || typeof value === 'object' || !given(value)) return lacks(scope.missing, scope.path + field)
    if (format === undefined) return beforePunctuation(printable(value), text.slice(offset + match.length))
    const day = format === 'day' ? chineseDay(String(value)) : undefined
    return day ?? lacks(scope.malformed, scope.path + field)
  })
}

/** People type a reason with or without its full stop; the template has its own. */
function beforePunctuation(value: string, rest: string): string {
  return punctuation.test(rest) ? value.replace(endsSentence, '') : value
}

function lacks(faults: Set<string>, field: string): string {
  faults.add(field)
  return ''
}
