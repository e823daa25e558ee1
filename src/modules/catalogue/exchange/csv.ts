/** Writes rows of cells as CSV (RFC 4180) with a byte order mark, so that office programs read the Chinese. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** Reads CSV (RFC 4180, any line end, with or without byte order mark). Undefined if a quote is not closed. */
export function readCsv(content: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = []
  let row: string[] = []
  // One cell at a time: quoted with doubled quotes, or plain; then what ends it.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y
  const body = content.replace(/^\uFEFF/, '')
  while (cell.lastIndex < body.length) {
    const match = cell.exec(body)
    if (match === null) return undefined
    const [, quoted, plain = '', end] = match
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',' && cell.lastIndex < body.length) continue
    if (end === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows
}
