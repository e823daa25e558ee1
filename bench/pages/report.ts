import { cpus } from 'node:os'
import { bounds } from './bounds.ts'
import type { FirstByte } from './first-byte.ts'
import type { LighthouseScores } from './lighthouse.ts'

export interface MeasuredPage extends LighthouseScores {
  readonly name: string
  readonly route: string
  readonly firstView: number
  readonly scripts: number
  readonly firstByte: FirstByte
}

/** docs/reports/pages.md. `map`: bytes of the library that draws the map of the grid, compressed. */
export function reportOf(pages: readonly MeasuredPage[], map: number): string {
  const [processor] = cpus()
  return `# The main public pages, measured

Written by \`node bench/pages.ts\` on ${cpus().length} × ${processor?.model.trim() ?? 'an unknown processor'}. Lighthouse with its mobile profile (slow telephone, slow 4G, simulated) over the demo
city. Wanted, or the bench fails: performance ≥ ${bounds.performance}, accessibility ${bounds.accessibility}, best practices ≥ ${bounds.bestPractices}; first view ≤ ${bounds.firstView / 1000} kB compressed; scripts ≤ ${bounds.scripts / 1000} kB; first byte of home and guide ≤ ${bounds.firstByteMs} ms from a warm server in 95 of 100.
Bytes are checked for every page by \`test/contract/pages.test.ts\`. One exception: \`/grid\` and \`/grid/report\` fetch the library of their map, ${kilobytes(map)} compressed,
when somebody presses the button for it; until then, and without it, a drawing of the server and a list stand there (decision 0018).

| page | performance | accessibility | best practices | largest paint | first view | scripts | first byte: median | 95 % | not passed |
|---|---|---|---|---|---|---|---|---|---|
${pages.map(lineOf).join('\n')}
`
}

function lineOf(page: MeasuredPage): string {
  const cells = [
    `${page.name} \`${page.route}\``,
    page.performance,
    page.accessibility,
    page.bestPractices,
    `${(page.largestPaintMs / 1000).toFixed(1)} s`,
    kilobytes(page.firstView),
    kilobytes(page.scripts),
    `${page.firstByte.median.toFixed(1)} ms`,
    `${page.firstByte.p95.toFixed(1)} ms`,
    page.failed.length === 0 ? '–' : page.failed.join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
