import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { type FormTable, formTableOf } from './form-table.ts'

export interface ReportTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A drawing with the words that say the same: as caption below it, and for who does not see it. */
export interface ReportPicture {
  readonly title: string
  readonly caption: string
  /** PNG. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** A part of a report: its sentences, then the tables of a printed form and the drawing that belong to them. */
export interface ReportSection {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly forms?: readonly FormTable[]
  readonly picture?: ReportPicture | undefined
}

/** What stands around the sections of a report. */
export interface ReportParts {
  readonly notes: readonly string[]
  readonly pictures: readonly ReportPicture[]
  readonly tables: readonly ReportTable[]
}

/** The layout of official documents (GB/T 9704-2012): title 小标宋 2号, body 仿宋 3号, headings 黑体, 28 points between lines. */
const look = { title: { font: '方正小标宋简体', size: 44 }, heading: { font: '黑体', size: 32 }, body: { font: '仿宋_GB2312', size: 32 }, cell: { font: '仿宋_GB2312', size: 21 } } as const
const line = { line: 560 } as const

/** Width of the type area in the dots of Word, 96 to the inch. */
const columnWidth = 560

/** The report as a Word file: title, notes, sections, drawings, tables. */
export async function wordOf(report: { readonly title: string; readonly sections: readonly ReportSection[] }, { notes, pictures, tables }: ReportParts): Promise<Uint8Array> {
  const document = new Document({
    title: report.title,
    creator: '一门',
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { ...line, after: 400 }, children: [new TextRun({ text: report.title, ...look.title })] }),
          ...notes.map(sentence),
          ...report.sections.flatMap(sectionOf),
          ...pictures.flatMap((picture) => [heading(picture.title), drawing(picture), caption(picture.caption)]),
          ...tables.flatMap((table) => [heading(table.title), tableOf(table)]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A table is followed by an empty line, so that two of them do not become one. */
function sectionOf({ title, paragraphs, forms = [], picture }: ReportSection): readonly (Paragraph | Table)[] {
  const drawn = picture === undefined ? [] : [drawing(picture), caption(picture.caption)]
  return [heading(title), ...paragraphs.map(sentence), ...forms.flatMap((form) => [formTableOf(form), new Paragraph({})]), ...drawn]
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { ...line, before: 200 }, children: [new TextRun({ text, ...look.heading, color: '000000' })] })
}

function sentence(text: string): Paragraph {
  return new Paragraph({ spacing: line, indent: { firstLine: 640 }, children: [new TextRun({ text, ...look.body })] })
}

function drawing({ title, caption: description, bytes, width, height }: ReportPicture): Paragraph {
  const image = new ImageRun({ type: 'png', data: bytes, transformation: { width: columnWidth, height: Math.round((columnWidth * height) / width) }, altText: { name: title, title, description } })
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] })
}

function caption(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 200 }, children: [new TextRun({ text, ...look.cell })] })
}

function tableOf({ head, rows }: ReportTable): Table {
  const row = (cells: readonly string[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, ...look.cell, bold: tableHeader })] })] })),
    })
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [row(head, true), ...rows.map((cells) => row(cells, false))] })
}
