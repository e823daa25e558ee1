import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { join } from 'node:path'
import { createServer } from 'vite'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { pagesOf, type WebModule } from '../../src/pages.ts'
import { scratchFolder, type TestOffice } from './office.ts'

const root = join(import.meta.dirname, '../..')

/** An answer of a page with its text read. */
export interface Page {
  readonly status: number
  readonly html: string
  readonly location: string | null
  readonly cookies: readonly string[]
  readonly headers: Headers
}

export interface TestPages {
  get(path: string, caller?: Caller, headers?: Readonly<Record<string, string>>): Promise<Page>
  /** Posts a form; a file among the fields makes it multipart. */
  post(path: string, caller: Caller, fields: FormFields): Promise<Page>
  close(): Promise<void>
}

export type FormFields = Readonly<Record<string, string | readonly string[] | File>>

/** The pages over a test office, loaded from source by one Vite server without a socket: open it once per test file. */
export async function openTestPages(office: TestOffice): Promise<TestPages> {
  keepSharedTypes()
  const vite = await createServer({ root, cacheDir: join(scratchFolder(), 'vite'), logLevel: 'error', appType: 'custom', server: { middlewareMode: true, watch: null } })
  const ask = pagesOf(office.app, (await vite.ssrLoadModule('/src/web/handler.ts')) as WebModule, 'development')
  const read = async (request: Request, caller: Caller): Promise<Page> => {
    const response = await ask(request, caller, randomUUID())
    return { status: response.status, html: await response.text(), location: response.headers.get('location'), cookies: response.headers.getSetCookie(), headers: response.headers }
  }
  return {
    get: (path, caller = anonymous, headers = {}) => read(new Request(`http://office.test${path}`, { headers }), caller),
    post: (path, caller, fields) => read(new Request(`http://office.test${path}`, { method: 'POST', body: bodyOf(fields) }), caller),
    close: () => vite.close(),
  }
}

/** Every Vite of React Router begins by removing the route types that another test process may be writing at that moment: nothing here reads them, so they stay. */
function keepSharedTypes(): void {
  const { rm } = fs
  fs.rm = (path, options) => (String(path).startsWith(join(root, '.react-router')) ? Promise.resolve() : rm(path, options))
}

function bodyOf(fields: FormFields): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]): [string, string | File][] => (value instanceof File || typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one])))
  if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return new URLSearchParams(entries)
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

/** The value of a hidden field on a page, as the browser would send it back. */
export function hiddenField(page: Pick<Page, 'html'>, name: string): string {
  const value = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page.html)?.[1]
  if (value === undefined) throw new Error(`the page has no hidden field ${name}`)
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
