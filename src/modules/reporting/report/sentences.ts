import type { Figure } from '#kernel/metrics/metric.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import type { ReportTemplate } from './template.ts'

const { template: trend } = texts

export interface WrittenSection {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Ids of the figures that its sentences name, in their order. */
  readonly figures: readonly string[]
}

export interface WrittenReport {
  readonly title: string
  readonly sections: readonly WrittenSection[]
}

/** Where clauses find their values: figures by metric id, and plain words such as the office's name. */
export interface ReportValues {
  readonly figures: ReadonlyMap<string, Pick<Figure, 'numerator' | 'denominator' | 'valueText'>>
  readonly words: Readonly<Record<string, string>>
}

/** Writes the sentences of a template. A clause with a figure that has no data is left out, never written with a zero; so is whatever is then empty, and what stays is numbered anew. */
export function writeReport(template: ReportTemplate, values: ReportValues): WrittenReport {
  const { title, sections } = writeForm(template, values)
  const left = sections.filter(({ paragraphs }) => paragraphs.length > 0)
  return { title, sections: left.map((section, place) => ({ ...section, title: renumbered(section.title, place + 1) })) }
}

/** The same with every section under its own number, empty ones too: for a report whose parts the law fixes. */
export function writeForm(template: ReportTemplate, values: ReportValues): WrittenReport {
  const sections = template.sections.map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.flatMap((clauses) => paragraphOf(clauses, values)), figures: figuresIn(paragraphs.flat(), values) }))
  return { title: filled(template.title, values) ?? '', sections }
}

/** `四、…` as the second section that is left: `二、…`. A title without a number keeps none. */
function renumbered(title: string, place: number): string {
  const bare = withoutNumber(title)
  return bare === title ? title : [numeral(place), bare].join(trend.numeralEnd)
}

/** A title without the numeral before it. */
export function withoutNumber(title: string): string {
  const [before, ...after] = title.split(trend.numeralEnd)
  const isNumbered = after.length > 0 && before !== undefined && before !== '' && [...before].every((sign) => trend.numerals.includes(sign))
  return isNumbered ? after.join(trend.numeralEnd) : title
}

/** 1 to 99 in Chinese numerals. */
function numeral(place: number): string {
  const digit = (value: number): string => (value === 0 ? '' : (trend.numerals[value - 1] ?? ''))
  const [tens, ones] = [Math.floor(place / 10), place % 10]
  return tens === 0 ? digit(ones) : `${tens === 1 ? '' : digit(tens)}${digit(10)}${digit(ones)}`
}

function paragraphOf(clauses: readonly string[], values: ReportValues): readonly string[] {
  const written = clauses.flatMap((clause) => filled(clause, values) ?? [])
  return written.length === 0 ? [] : [`${written.join('，')}。`]
}

const place = /\{([\w.-]+)(?::(\w+))?\}/g

/** The figures that clauses name and that have data. */
function figuresIn(clauses: readonly string[], values: ReportValues): readonly string[] {
  const written = clauses.filter((clause) => filled(clause, values) !== undefined)
  const ids = written.flatMap((clause) => [...clause.matchAll(place)].map(([, id = '']) => id))
  return [...new Set(ids)].filter((id) => values.figures.has(id))
}

/** The clause with its values, or undefined when one of them has no data. A place that nobody knows is a fault of the template. */
function filled(clause: string, values: ReportValues): string | undefined {
  let complete = true
  const text = clause.replace(place, (whole, name: string, part: string | undefined) => {
    const word = values.words[name]
    if (word !== undefined) return word
    const figure = values.figures.get(name)
    if (figure === undefined) throw new Error(`the template asks for ${whole}, which is no figure`)
    const value = valueOf(figure, part)
    complete &&= value !== undefined
    return value ?? ''
  })
  return complete ? text : undefined
}

function valueOf({ numerator, denominator, valueText }: Pick<Figure, 'numerator' | 'denominator' | 'valueText'>, part: string | undefined): string | undefined {
  if (valueText === null) return undefined
  switch (part) {
    case undefined:
      return valueText
    case 'n':
      return String(numerator)
    case 'd':
      return denominator === null ? undefined : String(denominator)
    case 'trend':
      if (numerator === 0) return trend.same
      return (numerator > 0 ? trend.more : trend.less).replace('{value}', valueText.replace('-', ''))
    default:
      throw new Error(`the template asks for the part "${part}" of a figure`)
  }
}
