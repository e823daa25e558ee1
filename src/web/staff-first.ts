import { redirect, type RouterContextProvider } from 'react-router'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { requestContext } from './context.ts'

/**
 * The member of staff who asks. Whoever is not signed in as one is sent to the staff sign-in, and back here afterwards; a form that was sent
 * after the session had ended goes along (307), so that nothing typed is lost.
 */
export function staffFirst(context: Readonly<RouterContextProvider>, request: Request): StaffCaller {
  const { caller } = context.get(requestContext)
  if (caller.kind === 'staff') return caller
  const { pathname, search } = new URL(request.url)
  const signIn = `/staff/sign-in?back=${encodeURIComponent(pathname + search)}`
  throw request.method === 'POST' ? redirect(`${signIn}&kept=form`, 307) : redirect(signIn)
}
