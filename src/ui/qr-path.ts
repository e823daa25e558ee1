/** Modules of a QR code, row by row; true is dark. ISO/IEC 18004. */
export type QrMatrix = readonly (readonly boolean[])[]

/** One SVG path over all dark modules, neighbours in a row joined, on a grid of one unit per module. */
export function qrPath(matrix: QrMatrix): string {
  return matrix.flatMap((row, y) => darkRuns(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)).join('')
}

function darkRuns(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [x, dark] of row.entries()) {
    if (!dark) continue
    const run = runs.at(-1)
    if (run && run.from + run.length === x) run.length += 1
    else runs.push({ from: x, length: 1 })
  }
  return runs
}
