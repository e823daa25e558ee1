import { redirect, type RouterContextProvider } from 'react-router'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { requestContext } from './context.ts'

/** The member of staff who asks. Whoever is not signed in as one is sent to the staff sign-in, and back here afterwards. */
export function staffFirst(context: Readonly<RouterContextProvider>, request: Request): StaffCaller {
  const { caller } = context.get(requestContext)
  if (caller.kind === 'staff') return caller
  const { pathname, search } = new URL(request.url)
  throw redirect(`/staff/sign-in?back=${encodeURIComponent(pathname + search)}`)
}
