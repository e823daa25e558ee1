import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'

/** Scores from 0 to 100 on the mobile profile, and what they rest on. */
export interface LighthouseScores {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly largestPaintMs: number
  /** Audits that did not pass, by id. */
  readonly failed: readonly string[]
}

const categories = ['performance', 'accessibility', 'best-practices'] as const

/** A Chromium that Lighthouse drives; its reports go nowhere but here. */
export async function openLighthouse(executablePath: string): Promise<{ measure(address: string, cookie: string): Promise<LighthouseScores>; close(): Promise<void> }> {
  const port = await freePort()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', `--remote-debugging-port=${port}`] })
  return {
    async measure(address, cookie) {
      const result = await lighthouse(address, { port, onlyCategories: [...categories], logLevel: 'error', ...(cookie !== '' && { extraHeaders: { cookie } }) })
      if (result === undefined) throw new Error(`Lighthouse has nothing to say about ${address}`)
      const { lhr } = result
      const score = (category: (typeof categories)[number]): number => Math.round((lhr.categories[category]?.score ?? 0) * 100)
      const failed = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && ['binary', 'numeric'].includes(audit.scoreDisplayMode))
      return {
        performance: score('performance'),
        accessibility: score('accessibility'),
        bestPractices: score('best-practices'),
        largestPaintMs: Math.round(lhr.audits['largest-contentful-paint']?.numericValue ?? 0),
        failed: failed.map(({ id }) => id),
      }
    },
    close: () => browser.close(),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
