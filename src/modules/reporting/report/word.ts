import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { WrittenReport } from './sentences.ts'

export interface ReportTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The layout of official documents (GB/T 9704-2012): title 小标宋 2号, body 仿宋 3号, headings 黑体, 28 points between lines. */
const look = { title: { font: '方正小标宋简体', size: 44 }, heading: { font: '黑体', size: 32 }, body: { font: '仿宋_GB2312', size: 32 }, cell: { font: '仿宋_GB2312', size: 21 } } as const
const line = { line: 560 } as const

/** The report as a Word file: title, notes, sentences, tables. */
export async function wordOf(report: WrittenReport, notes: readonly string[], tables: readonly ReportTable[]): Promise<Uint8Array> {
  const document = new Document({
    title: report.title,
    creator: '一门',
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { ...line, after: 400 }, children: [new TextRun({ text: report.title, ...look.title })] }),
          ...notes.map(sentence),
          ...report.sections.flatMap(({ title, paragraphs }) => [heading(title), ...paragraphs.map(sentence)]),
          ...tables.flatMap((table) => [heading(table.title), tableOf(table)]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { ...line, before: 200 }, children: [new TextRun({ text, ...look.heading, color: '000000' })] })
}

function sentence(text: string): Paragraph {
  return new Paragraph({ spacing: line, indent: { firstLine: 640 }, children: [new TextRun({ text, ...look.body })] })
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
