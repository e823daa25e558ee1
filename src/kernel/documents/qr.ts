import { encode } from 'uqr'

/** A QR code as square modules, row by row; true is dark. Without the quiet zone. */
export type QrModules = readonly (readonly boolean[])[]

/** Encodes a text (ISO/IEC 18004) with error correction M, which survives a creased or stamped sheet. Throws if it does not fit version 40. */
export function qrModules(text: string): QrModules {
  return encode(text, { ecc: 'M', border: 0 }).data
}

/**
 * The QR code of a text as an SVG image for pages and documents: black on white whatever the theme, with the quiet zone of
 * four modules that ISO/IEC 18004 asks for, one path, no fixed size. `label` becomes its accessible name.
 */
export function qrSvg(text: string, label: string): string {
  const quiet = 4
  const modules = qrModules(text)
  const side = modules.length + 2 * quiet
  const path = modules.map((row, y) => darkRuns(row).map(({ start, length }) => `M${start + quiet} ${y + quiet}h${length}v1h-${length}z`).join('')).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${attribute(label)}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}

function darkRuns(row: readonly boolean[]): readonly { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (dark && last && last.start + last.length === x) last.length += 1
    else if (dark) runs.push({ start: x, length: 1 })
  })
  return runs
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
