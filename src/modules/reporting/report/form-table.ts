import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'

/** A cell of a printed form; it may go over several columns and rows. */
export interface FormCell {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
  /** What is printed beforehand in the form, as against what is filled in. */
  readonly isLabel: boolean
}

/** A table as a form prints it: of a row only the cells that begin in it. */
export interface FormTable {
  readonly rows: readonly (readonly FormCell[])[]
}

export function label(text: string, span: { readonly columns?: number; readonly rows?: number } = {}): FormCell {
  return { text, ...span, isLabel: true }
}

export function value(text: string, columns = 1): FormCell {
  return { text, columns, isLabel: false }
}

const look = { font: '仿宋_GB2312', size: 18 } as const

/** The form with the lines of its cells; no row breaks across a page. */
export function formTableOf({ rows }: FormTable): Table {
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cellOf) })) })
}

function cellOf({ text, columns, rows, isLabel }: FormCell): TableCell {
  return new TableCell({
    columnSpan: columns ?? 1,
    rowSpan: rows ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...look, bold: isLabel })] })],
  })
}
