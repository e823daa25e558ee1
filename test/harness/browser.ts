import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { listen } from '#kernel/http/listen.ts'
import { createLiveDoor } from '#kernel/live/live-door.ts'
import { createDoors, loadBuilt } from '../../src/serve.ts'
import { openTestOffice, type TestOffice } from './office.ts'

/** The office with its doors open on a port of its own, and a browser in front of it. */
export interface BrowserOffice {
  readonly office: TestOffice
  readonly address: string
  /** A person at a screen: a context of its own, so cookies are not shared. */
  visitor(options?: { readonly javaScript?: boolean; readonly width?: number; readonly height?: number }): Promise<Page>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

// A closed network: without these, Chromium asks for hosts of its maker at every start.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The Chromium that set-up found or installed; undefined when this machine has none. */
export function findChromium(): string | undefined {
  const note = join(root, '.tmp/chromium')
  const path = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  return path !== '' && existsSync(path) ? path : undefined
}

/** With these the browser draws WebGL by itself, for pages with a map. */
export const drawingFlags: readonly string[] = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** Opens the demo city with the built pages on a free port, and starts the browser. */
export async function openBrowserOffice(executablePath: string, moreFlags: readonly string[] = []): Promise<BrowserOffice> {
  return openBrowserOn(await openTestOffice({ with: 'city' }), executablePath, moreFlags)
}

/** The same for an office that is open already; it is closed with the browser. */
export async function openBrowserOn(office: TestOffice, executablePath: string, moreFlags: readonly string[] = []): Promise<BrowserOffice> {
  const web = await loadBuilt()
  if (web === undefined) throw new Error('the pages are not built: run npm test, or npm run build')
  const live = createLiveDoor(office.app)
  const server = await listen(createDoors(office.app, web, { live }), { host: '127.0.0.1', port: 0 })
  const browser: Browser = await chromium.launch({ executablePath, args: [...flags, ...moreFlags] })
  const contexts: BrowserContext[] = []
  const address = `http://127.0.0.1:${server.port}`
  return {
    office,
    address,
    async visitor({ javaScript = false, width = 1440, height = 1000 } = {}) {
      const context = await browser.newContext({ baseURL: address, javaScriptEnabled: javaScript, viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      contexts.push(context)
      return context.newPage()
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      live.close()
      await server.close()
      await office.close()
    },
  }
}
