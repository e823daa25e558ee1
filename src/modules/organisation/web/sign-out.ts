import { type ActionFunctionArgs, redirect } from 'react-router'
import { attempt } from '#web/call.ts'
import { endedSessionCookie } from '#web/session-cookie.ts'

/** Ends the session of this browser; the cookie goes even if the session was over already. */
export async function action({ request, context }: ActionFunctionArgs) {
  await attempt(context, 'kernel.sign-out', {})
  return redirect('/staff/sign-in', { status: 303, headers: { 'Set-Cookie': endedSessionCookie(request) } })
}

/** Signing out changes something, so a link alone does not do it. */
export function loader() {
  return redirect('/staff/me')
}
