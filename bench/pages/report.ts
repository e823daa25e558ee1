import { cpus } from 'node:os'
import type { FirstByte } from './first-byte.ts'
import type { LighthouseScores } from './lighthouse.ts'

export interface MeasuredPage extends LighthouseScores {
  readonly name: string
  readonly route: string
  readonly firstView: number
  readonly scripts: number
  readonly firstByte: FirstByte
}

/** docs/reports/pages.md. */
export function reportOf(pages: readonly MeasuredPage[]): string {
  const [processor] = cpus()
  return `# The main public pages, measured

Written by \`node bench/pages.ts\` on ${cpus().length} × ${processor?.model.trim() ?? 'an unknown processor'}. Lighthouse with its mobile profile (slow telephone, slow 4G, simulated) over the demo
city. Wanted: performance ≥ 95, accessibility 100, best practices ≥ 95; first view ≤ 50 kB compressed; scripts ≤ 15 kB; first byte of home and guide ≤ 30 ms from a warm server.
Bytes are checked for every page by \`test/contract/pages.test.ts\`.

| page | performance | accessibility | best practices | largest paint | first view | scripts | first byte: median | 95 % | not passed |
|---|---|---|---|---|---|---|---|---|---|
${pages.map(lineOf).join('\n')}
`
}

function lineOf(page: MeasuredPage): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
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
