/** What a spreadsheet would take for a formula at the beginning of a cell. */
const formula = /^[=+\-@\t\r]/
const number = /^-?\d+(?:\.\d+)?%?$/

/** Rows as CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it. A text that looks like a formula is led by an apostrophe. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(cell).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function cell(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
