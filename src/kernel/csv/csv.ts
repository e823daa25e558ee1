/** Writes rows of cells as CSV (RFC 4180) with a byte order mark, so that office programs read the Chinese. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** A plain cell, which no quote may stand in, and what ends a cell; both match at one place only and always end. */
const plainCell = /[^",\r\n]*/y
const cellEnd = /,|\r\n|\n|\r|$/y

/** Reads CSV (RFC 4180, any line end, with or without byte order mark). Undefined if a quote is not closed. */
export function readCsv(content: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = []
  let row: string[] = []
  const body = content.replace(/^\uFEFF/, '')
  for (let at = 0; at < body.length; ) {
    const after = body[at] === '"' ? afterQuoted(body, at) : endOf(plainCell, body, at)
    const next = after === undefined ? undefined : endOf(cellEnd, body, after)
    if (after === undefined || next === undefined) return undefined
    row.push(body[at] === '"' ? body.slice(at + 1, after - 1).replaceAll('""', '"') : body.slice(at, after))
    const isComma = body[after] === ','
    at = next
    if (isComma && at < body.length) continue
    if (isComma) row.push('')
    rows.push(row)
    row = []
  }
  return rows
}

/** The place after the quote that closes the one at `start`; doubled ones belong to the cell. */
function afterQuoted(body: string, start: number): number | undefined {
  for (let quote = body.indexOf('"', start + 1); quote >= 0; quote = body.indexOf('"', quote + 2)) {
    if (body[quote + 1] !== '"') return quote + 1
  }
  return undefined
}

/** Where a match ends that begins exactly at `start`; undefined if none does. */
function endOf(sticky: RegExp, body: string, start: number): number | undefined {
  sticky.lastIndex = start
  return sticky.test(body) ? sticky.lastIndex : undefined
}
