import { Refusal } from '#kernel/errors/refusal.ts'
import type { Block, ComposedDocument, Fact } from './block.ts'
import { chineseOrdinal } from './chinese-ordinal.ts'
import { documentErrors } from './errors.ts'
import { chineseDay, fieldsOf, fill, type Scope } from './placeholders.ts'
import { remedyTermsOn } from './remedy-terms.ts'
import type { DataRow, DocumentData, DocumentTemplate, FactTemplate, Part, TextTemplate } from './template.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/**
 * Fills a template: the blocks that the PDF and the page both show. Pure; the same input gives the same document.
 * Refuses `documents.data-missing` with every missing or malformed field at once: a legal document has no blanks.
 */
export function composeDocument(template: DocumentTemplate, data: DocumentData): ComposedDocument {
  const scope: Scope = { values: data, path: '', missing: new Set(), malformed: new Set() }
  const issuedOn = data[template.issuedOn]
  const issued = typeof issuedOn === 'string' && chineseDay(issuedOn) !== undefined ? issuedOn : undefined
  if (issued === undefined) (issuedOn === undefined ? scope.missing : scope.malformed).add(template.issuedOn)
  const title = fill(template.title, scope) ?? ''
  const blocks = template.parts.flatMap((part) => composePart(part, scope, issued))
  if (issued === undefined || scope.missing.size > 0 || scope.malformed.size > 0) {
    throw new Refusal(documentErrors.dataMissing, { kind: template.kind, missing: [...scope.missing], malformed: [...scope.malformed] })
  }
  const { kind, version, layout, foot } = template
  return { kind, version, layout, title, issuedOn: issued, blocks, ...(foot === undefined ? {} : { foot }) }
}

/** The single fields and lists that a template cannot do without, in order of appearance; conditional sentences are left out. */
export function requiredFields(template: DocumentTemplate): readonly string[] {
  const required = template.parts.flatMap((part) => {
    if ('from' in part) return [part.from]
    const supplied = part.kind === 'remedy' ? ['reviewDays', 'reviewBasis', 'suitMonths', 'suitBasis'] : []
    const asked = textsOf(part).flatMap((text) => fieldsOf(text)).filter(({ conditional }) => !conditional)
    return asked.map(({ field }) => field).filter((field) => !supplied.includes(field))
  })
  const titled = fieldsOf(template.title).map(({ field }) => field)
  return [...new Set([template.issuedOn, ...titled, ...required])]
}

function textsOf(part: Exclude<Part, { from: string }>): readonly TextTemplate[] {
  if (part.kind === 'facts' || part.kind === 'signatures') return part.rows.map((row) => row.text)
  if (part.kind === 'seal') return [part.unit, part.name, part.date]
  if (part.kind === 'verification') return [part.address, part.code]
  return [part.text]
}

function composePart(part: Part, scope: Scope, issuedOn: string | undefined): readonly Block[] {
  if ('from' in part) return [composeList(part, scope)]
  if (part.kind === 'facts' || part.kind === 'signatures') {
    const rows = part.rows.flatMap((row) => composeFact(row, scope))
    return rows.length === 0 ? [] : [{ kind: part.kind, rows }]
  }
  if (part.kind === 'seal') {
    return [{ kind: 'seal', unit: fill(part.unit, scope) ?? '', name: fill(part.name, scope) ?? '', date: fill(part.date, scope) ?? '' }]
  }
  if (part.kind === 'verification') {
    const code = fill(part.code, scope) ?? ''
    return [{ kind: 'verification', address: fill(part.address, scope) ?? '', code, text: texts.verification.replace('{code}', () => code) }]
  }
  if (part.kind === 'remedy' && issuedOn === undefined) return []
  const values = part.kind === 'remedy' && issuedOn !== undefined ? { ...scope.values, ...remedyTermsOn(issuedOn) } : scope.values
  const text = fill(part.text, { ...scope, values })
  return text === undefined ? [] : [{ kind: part.kind === 'remedy' ? 'paragraph' : part.kind, text }]
}

function composeList(part: Extract<Part, { from: string }>, scope: Scope): Block {
  const list = scope.values[part.from]
  const rows: readonly DataRow[] = typeof list === 'object' ? list : []
  if (typeof list !== 'object' || (rows.length === 0 && part.kind !== 'listedFacts')) scope.missing.add(part.from)
  const rowScopes = rows.map((values, index): Scope => ({ ...scope, values, path: `${part.from}.${index}.` }))
  if (part.kind === 'items') {
    return { kind: 'items', items: rowScopes.map((row, index) => chineseOrdinal(index + 1) + texts.ordinalMark + (fill(part.text, row) ?? '')) }
  }
  if (part.kind === 'listedFacts') {
    return { kind: 'facts', rows: rowScopes.map((row) => ({ label: fill(part.label, row) ?? '', value: fill(part.text, row) ?? '' })) }
  }
  return {
    kind: 'table',
    columns: [{ heading: texts.ordinalColumn, share: 1 }, ...part.columns.map(({ heading, share }) => ({ heading, share }))],
    rows: rowScopes.map((row, index) => [String(index + 1), ...part.columns.map((column) => fill(column.text, row) ?? '')]),
  }
}

function composeFact(row: FactTemplate, scope: Scope): readonly Fact[] {
  const value = fill(row.text, scope)
  if (value === undefined && !row.byHand) return []
  return [{ label: row.label, value: value ?? '' }]
}
