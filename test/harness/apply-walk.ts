import assert from 'node:assert/strict'
import type { Caller } from '#kernel/access/caller.ts'
import { type FormFields, hiddenField, type Page, type TestPages } from './pages.ts'

/** What each page of an application carries along. */
const carried = ['draft', 'version', 'run', 'asked', 'step', 'part', 'to'] as const

export interface ApplyWalk {
  /** Sends a page by one of its buttons. */
  readonly send: (page: Page, go: 'on' | 'back' | 'later' | 'region' | 'submit', fields?: FormFields) => Promise<Page>
  /** Sends a page that must be in order, and opens the one that follows. */
  readonly take: (page: Page, go: 'on' | 'back', fields?: FormFields) => Promise<Page>
}

/** Applying for one item as a browser does it, page after page. */
export function applyWalk(pages: TestPages, implementCode: string, caller: Caller): ApplyWalk {
  const send: ApplyWalk['send'] = (page, go, fields = {}) => pages.post(`/apply/${implementCode}`, caller, { ...Object.fromEntries(carried.map((name) => [name, hiddenField(page, name)])), go, ...fields })
  return {
    send,
    async take(page, go, fields) {
      const { location, html } = await send(page, go, fields)
      return pages.get(location ?? assert.fail(`the page led nowhere: ${/<div class="errsum".*?<\/div>/.exec(html)?.[0] ?? html}`), caller)
    },
  }
}
