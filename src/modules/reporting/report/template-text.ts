import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { MetricShape } from '#kernel/metrics/metric.ts'
import { reportingErrors } from '../errors.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import type { ReportTemplate, TemplateSection } from './template.ts'

// A template as a person edits it: the title in the first line, `# ` before the title of a section, an empty line between
// paragraphs, one clause in each line; and in braces the names of figures as they stand on the page of figures. A section that
// shipped after the office saved its template bears a mark before its title, which is dropped when the text is saved with it.

const { words, parts, line: lineWords, newMark } = texts.template

/** What may stand in a place: a figure by id, with its name and shape. */
export interface Placeable {
  readonly id: string
  readonly name: string
  readonly shape: MetricShape
}

const partsOf: Readonly<Record<MetricShape, readonly (keyof typeof parts)[]>> = { count: ['n'], ratio: ['n', 'd'], growth: ['trend', 'n', 'd'] }

/** The template as text, with names in its places, and what is new since at its end. A place that no figure bears any more keeps its id, so that it can be seen and mended. */
export function textOfTemplate(template: ReportTemplate, figures: readonly Placeable[], newSections: readonly TemplateSection[] = []): string {
  const named = (clause: string): string => clause.replace(/\{([\w.-]+)(?::(\w+))?\}/g, (place, id: string, part: string | undefined) => nameOf(id, part, figures) ?? place)
  const sections = [...template.sections, ...newSections.map((section) => ({ ...section, title: `${newMark}${section.title}` }))]
  const blocks = sections.map(({ title, paragraphs }) => [`# ${named(title)}`, ...paragraphs.map((clauses) => clauses.map(named).join('\n'))].join('\n\n'))
  return `${[named(template.title), ...blocks].join('\n\n')}\n`
}

/** The template that a text says. Refuses, by line, a place that names no figure, and a clause outside every section. */
export function templateOfText(text: string, figures: readonly Placeable[]): Verdict<ReportTemplate> {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const faults = lines.flatMap((line, place) => unknownPlaces(line, figures).map((name) => ({ line: place + 1, name })))
  if (faults.length > 0) return refuse(reportingErrors.placeUnknown, { places: faults }, faults.map(({ line, name }) => ({ pointer: '/text', code: reportingErrors.placeUnknown.code, detail: lineSaid(line, name) })))
  const first = lines.findIndex((line) => line !== '')
  const title = lines[first]
  if (title === undefined || title.startsWith('#')) return refuse(reportingErrors.templateShape)
  const blocks = lines.slice(first + 1).map((line) => placed(line, figures))
  return sectionsOf(placed(title, figures), blocks)
}

function sectionsOf(title: string, lines: readonly string[]): Verdict<ReportTemplate> {
  const sections: { title: string; paragraphs: string[][] }[] = []
  let paragraph: string[] | undefined
  for (const line of lines) {
    if (line === '') paragraph = undefined
    else if (line.startsWith('#')) {
      sections.push({ title: line.replace(/^#\s*/, '').replace(newMark, ''), paragraphs: [] })
      paragraph = undefined
    } else {
      const section = sections.at(-1)
      if (section === undefined) return refuse(reportingErrors.templateShape)
      if (paragraph === undefined) section.paragraphs.push((paragraph = []))
      paragraph.push(line)
    }
  }
  const isWhole = sections.length > 0 && sections.every((section) => section.title !== '')
  return isWhole ? fineWith({ title, sections }) : refuse(reportingErrors.templateShape)
}

function lineSaid(line: number, name: string): string {
  return lineWords.replace('{line}', String(line)).replace('{name}', () => name)
}

const braces = /\{([^{}]*)\}/g

function unknownPlaces(line: string, figures: readonly Placeable[]): readonly string[] {
  return [...line.matchAll(braces)].flatMap(([, inner = '']) => (idOf(inner, figures) === undefined ? [inner] : []))
}

function placed(line: string, figures: readonly Placeable[]): string {
  return line.replace(braces, (place, inner: string) => idOf(inner, figures) ?? place)
}

/** `累计接件量：分子` as `{cases.received:n}`; undefined for a name or a part that is none. */
function idOf(inner: string, figures: readonly Placeable[]): string | undefined {
  const [name = '', part, ...more] = inner.split(/[:：]/).map((piece) => piece.trim())
  if (more.length > 0) return undefined
  const word = Object.entries(words).find(([, said]) => said === name)?.[0]
  if (word !== undefined) return part === undefined ? `{${word}}` : undefined
  const figure = figures.find((one) => one.name === name)
  if (figure === undefined) return undefined
  if (part === undefined) return `{${figure.id}}`
  const key = partsOf[figure.shape].find((one) => parts[one] === part)
  return key === undefined ? undefined : `{${figure.id}:${key}}`
}

function nameOf(id: string, part: string | undefined, figures: readonly Placeable[]): string | undefined {
  const word = Object.entries(words).find(([key]) => key === id)?.[1]
  const name = word ?? figures.find((one) => one.id === id)?.name
  const said = part === undefined ? undefined : Object.entries(parts).find(([key]) => key === part)?.[1]
  return name === undefined ? undefined : `{${name}${said === undefined ? '' : `：${said}`}}`
}

/** The places that an official may write, each with what it gives. */
export function placesOf(figures: readonly Placeable[]): readonly string[] {
  const ofFigures = figures.flatMap(({ name, shape }) => [`{${name}}`, ...partsOf[shape].map((part) => `{${name}：${parts[part]}}`)])
  return [...Object.values(words).map((word) => `{${word}}`), ...ofFigures]
}
