import { join } from 'node:path'
import { createServer } from 'vite'
import type { Caller } from '#kernel/access/caller.ts'
import { pagesOf, type WebModule } from '../../src/pages.ts'
import type { TestOffice } from './office.ts'

/** An answer of a page: its text is read already. */
export interface PageAnswer {
  readonly status: number
  readonly html: string
  readonly location: string | null
  readonly headers: Headers
}

export type PageForm = Readonly<Record<string, string | readonly string[] | File>>

/** The pages over a test office, rendered by Vite from the sources; one for each test file. */
export interface TestPages {
  get(path: string, caller: Caller): Promise<PageAnswer>
  /** Posts a form as a browser does; a file makes it multipart. */
  post(path: string, caller: Caller, form: PageForm): Promise<PageAnswer>
  close(): Promise<void>
}

const origin = 'http://localhost:8080'

/** Starts Vite without a socket and joins the pages to the office. Close it before the office. */
export async function openTestPages(office: TestOffice): Promise<TestPages> {
  const vite = await createServer({ root: join(import.meta.dirname, '../..'), logLevel: 'error', appType: 'custom', server: { middlewareMode: true, watch: null } })
  const handle = pagesOf(office.app, (await vite.ssrLoadModule('/src/web/handler.ts')) as WebModule, 'development')
  const ask = async (caller: Caller, request: Request): Promise<PageAnswer> => {
    const response = await handle(request, caller, 'R-TEST')
    return { status: response.status, html: await response.text(), location: response.headers.get('location'), headers: response.headers }
  }
  return {
    get: (path, caller) => ask(caller, new Request(`${origin}${path}`)),
    post: (path, caller, form) => ask(caller, new Request(`${origin}${path}`, { method: 'POST', body: bodyOf(form), headers: { origin } })),
    close: () => vite.close(),
  }
}

function bodyOf(form: PageForm): URLSearchParams | FormData {
  const fields = Object.entries(form)
  const body = fields.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [name, value] of fields) {
    if (value instanceof File) (body as FormData).append(name, value)
    else for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return body
}

/** What a reader finds: the words of every element with this tag, without the marks inside. */
export function wordsOf(html: string, tag: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, inner]) => (inner ?? '').replace(/<[^>]*>/g, '').trim())
}
