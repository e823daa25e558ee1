import writeXlsxFile from 'write-excel-file/node'
import type { ReportTable } from './word.ts'

/** Excel allows 31 characters, none of them of these, in the name of a sheet. */
const forbidden = /[\\/?*[\]:]/g

/** Tables as a workbook, a sheet for each; every cell is text, so that long numbers stay as they are. */
export async function workbookOf(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ title, head, rows }) => ({
    sheet: title.replace(forbidden, ' ').slice(0, 31),
    data: [head, ...rows].map((row) => row.map((value) => ({ value, type: String }))),
  }))
  return writeXlsxFile(sheets).toBuffer()
}
