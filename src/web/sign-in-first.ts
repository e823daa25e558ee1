import { redirect, type RouterContextProvider } from 'react-router'
import { requestContext } from './context.ts'

/** Sends whoever is not signed in as a person to the sign-in page, and back here afterwards. */
export function signInFirst(context: Readonly<RouterContextProvider>, request: Request): void {
  if (context.get(requestContext).caller.kind === 'person') return
  const { pathname, search } = new URL(request.url)
  throw redirect(`/sign-in?back=${encodeURIComponent(pathname + search)}`)
}

/** Only a path of this site is gone back to, so that a link cannot send people elsewhere. */
export function ownPath(back: string | null | undefined, otherwise = '/'): string {
  return back !== null && back !== undefined && /^\/(?![/\\])/.test(back) ? back : otherwise
}
