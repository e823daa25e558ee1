import { redirect, type RouterContextProvider } from 'react-router'
import { requestContext } from './context.ts'

/**
 * Sends whoever is not signed in as a person to the sign-in page, and back here afterwards. A form that was sent after the
 * session had ended goes along (307 keeps it, RFC 9110, 15.4.8), so that nothing typed is lost.
 */
export function signInFirst(context: Readonly<RouterContextProvider>, request: Request): void {
  if (context.get(requestContext).caller.kind === 'person') return
  const { pathname, search } = new URL(request.url)
  const signIn = `/sign-in?back=${encodeURIComponent(pathname + search)}`
  throw request.method === 'POST' ? redirect(`${signIn}&kept=form`, 307) : redirect(signIn)
}

/**
 * Only a path of this site is gone back to, so that a link cannot send people elsewhere. It is written anew by the parser that
 * browsers have (WHATWG URL), because they drop tabs and line ends from an address: `/<tab>/other.site` is none of ours.
 */
export function ownPath(back: string | null | undefined, otherwise = '/'): string {
  if (back === null || back === undefined || !back.startsWith('/') || !URL.canParse(back, here)) return otherwise
  const { origin, pathname, search, hash } = new URL(back, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : otherwise
}

/** Stands for this site, whatever it is called; no name on the network ends like this (RFC 6761). */
const here = 'http://yimen.invalid'
