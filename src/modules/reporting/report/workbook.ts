import writeXlsxFile from 'write-excel-file/node'
import type { ReportTable } from './word.ts'

/** Excel allows 31 characters, none of them of these, in the name of a sheet. */
const forbidden = /[\\/?*[\]:]/g

/** Tables as a workbook, a sheet for each; every cell is text, so that long numbers stay as they are. A note stands at the top of every sheet. */
export async function workbookOf(tables: readonly ReportTable[], note?: string): Promise<Uint8Array> {
  const above = note === undefined ? [] : [[note]]
  const sheets = tables.map(({ title, head, rows }) => ({
    sheet: title.replace(forbidden, ' ').slice(0, 31),
    data: [...above, head, ...rows].map((row) => row.map((value) => ({ value, type: String }))),
  }))
  return writeXlsxFile(sheets).toBuffer()
}
