import { data, redirect, type RouterContextProvider } from 'react-router'
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

/** The same for a page that is nothing but a command: for whoever supervises, who reads everything and changes nothing (S-22), there is no such page. */
export function actingStaffFirst(context: Readonly<RouterContextProvider>, request: Request): StaffCaller {
  const staff = staffFirst(context, request)
  if (staff.roles.some(({ role }) => role === 'supervisor')) throw data(null, { status: 404 })
  return staff
}
