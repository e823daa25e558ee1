import type { AnnualTable } from '#modules/disclosure/index.ts'
import type { NormativeCount } from '#modules/publication/index.ts'
import texts from '../locales/disclosure-annual.zh-CN.json' with { type: 'json' }
import { type FormCell, type FormTable, label, value } from './form-table.ts'

// The tables of the annual report as 国办公开办函〔2021〕30号 prints them.

const { active, requests, remedies } = texts.forms

/** What the office knows of what is published of its own accord. */
export interface ActiveFigures {
  readonly normative: NormativeCount
  readonly permits: number
}

/** The second part. A district makes no rules (立法法 art. 93), so theirs are zero; what the office keeps no account of stays empty, to be filled in by hand. */
export function activeForm({ normative, permits }: ActiveFigures): FormTable {
  const whole = (text: string): readonly FormCell[] => [label(text, { columns: 4 })]
  const decisions = [label(active.content), label(active.decisions, { columns: 3 })]
  return {
    rows: [
      whole(active.item1),
      [label(active.content), label(active.made), label(active.repealed), label(active.inForce)],
      [label(active.rules), value('0'), value('0'), value('0')],
      [label(active.normative), ...[normative.made, normative.repealed, normative.inForce].map((count) => value(String(count)))],
      whole(active.item5),
      decisions,
      [label(active.permits), value(String(permits), 3)],
      whole(active.item6),
      decisions,
      [label(active.punishments), value('', 3)],
      [label(active.coercion), value('', 3)],
      whole(active.item8),
      [label(active.content), label(active.charged, { columns: 3 })],
      [label(active.charges), value('', 3)],
    ],
  }
}

/** The results by their main kinds; a kind of a single row has no row of its own below it. */
const resultGroups = [
  { kind: 'disclosed', rows: [] },
  { kind: 'partlyDisclosed', rows: [] },
  { kind: 'withheld', rows: ['stateSecret', 'forbiddenByLaw', 'safetyAndStability', 'thirdParty', 'internalAffairs', 'process', 'enforcementFile', 'enquiry'] },
  { kind: 'notAvailable', rows: ['notHeld', 'needsMaking', 'stillUnclear'] },
  { kind: 'notHandled', rows: ['petition', 'repeated', 'publication', 'excessive', 'reissue'] },
  { kind: 'otherwise', rows: ['notClarified', 'notPaid', 'other'] },
  { kind: 'results', rows: [] },
] as const satisfies readonly { readonly kind: keyof typeof requests.kinds; readonly rows: readonly (keyof typeof requests.rows)[] }[]

/** The third part: what was received and carried in, what became of it by kind of applicant, what was carried out. */
export function requestsForm({ rows, columns }: Pick<AnnualTable, 'rows' | 'columns'>): FormTable {
  const counts = (key: string): readonly FormCell[] => {
    const row = rows.find((one) => one.key === key)
    return [...columns.map((_, place) => row?.counts[place] ?? 0), row?.total ?? 0].map((count) => value(String(count)))
  }
  const results = resultGroups.flatMap(({ kind, rows: keys }): readonly (readonly FormCell[])[] => {
    const [first, ...others] = keys
    if (first === undefined) return [[label(requests.kinds[kind], { columns: 2 }), ...counts(kind)]]
    return [[label(requests.kinds[kind], { rows: keys.length }), label(requests.rows[first]), ...counts(first)], ...others.map((key) => [label(requests.rows[key]), ...counts(key)])]
  })
  const [firstResult = [], ...otherResults] = results
  const [person, ...organisations] = requests.columns
  return {
    rows: [
      [label(requests.check, { columns: 3, rows: 3 }), label(requests.applicants, { columns: columns.length + 1 })],
      [label(person ?? '', { rows: 2 }), label(requests.organisations, { columns: organisations.length }), label(requests.total, { rows: 2 })],
      organisations.map((text) => label(text)),
      [label(requests.received, { columns: 3 }), ...counts('received')],
      [label(requests.carriedIn, { columns: 3 }), ...counts('carriedIn')],
      [label(requests.results, { rows: results.length }), ...firstResult],
      ...otherResults,
      [label(requests.carriedOut, { columns: 3 }), ...counts('carriedOut')],
    ],
  }
}

/** The fourth part: reviews, lawsuits without a review before, and lawsuits after one, side by side. */
export function remediesForm({ remedies: counted }: Pick<AnnualTable, 'remedies'>): FormTable {
  const results = [...remedies.results, remedies.total]
  const numbers = ['review', 'suit', 'suitAfterReview'].flatMap((kind) => {
    const found = counted.find((one) => one.kind === kind)
    return [...(found?.counts.map(({ count }) => count) ?? remedies.results.map(() => 0)), found?.total ?? 0]
  })
  return {
    rows: [
      [label(remedies.reviews, { columns: results.length }), label(remedies.suits, { columns: 2 * results.length })],
      [...results.map((text) => label(text, { rows: 2 })), label(remedies.withoutReview, { columns: results.length }), label(remedies.afterReview, { columns: results.length })],
      [...results, ...results].map((text) => label(text)),
      numbers.map((count) => value(String(count))),
    ],
  }
}
