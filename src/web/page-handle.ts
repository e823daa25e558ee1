import type { LinkTo } from '#ui/link-to.ts'

/** What a route may declare with `export const handle`. Inner routes win over outer ones. */
export interface PageHandle {
  /** Sends the scripts of the page. Without it a page is HTML and CSS only. */
  readonly hydrate?: boolean
  /** The address of one small script of our own that a page is easier with; it must work without. */
  readonly script?: string
  /** Shows a document of our own origin, such as a PDF, inside the page; on every other page the browser refuses. */
  readonly embeds?: boolean
  /** Its script may ask the browser where the reader is; on every other page the browser refuses. */
  readonly locates?: boolean
  /** The same for everybody who is not signed in, and right for some seconds: rendered once for all who ask meanwhile. */
  readonly shared?: boolean
  /** Loads rooms.css: staff screens, paper, wall and kiosk. */
  readonly rooms?: boolean
  readonly density?: 'compact'
  readonly mode?: 'wall' | 'kiosk'
  /** The way from the home page to this page, without the page itself; worked out from the loader's answer if need be. */
  readonly crumbs?: readonly LinkTo[] | ((loaderData: never) => readonly LinkTo[])
}

/** The handles of the matched routes as one, the innermost winning. */
export function pageHandleOf(handles: readonly unknown[]): PageHandle {
  return Object.assign({}, ...handles.filter((handle) => typeof handle === 'object')) as PageHandle
}

/** The crumbs of the innermost route that has any. */
export function crumbsOf(matches: readonly { readonly handle?: unknown; readonly loaderData?: unknown }[]): readonly LinkTo[] {
  for (const { handle, loaderData } of matches.toReversed()) {
    const { crumbs } = pageHandleOf([handle])
    if (crumbs) return typeof crumbs === 'function' ? crumbs(loaderData as never) : crumbs
  }
  return []
}
