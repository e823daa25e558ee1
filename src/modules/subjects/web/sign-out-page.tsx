import { type ActionFunctionArgs, redirect } from 'react-router'
import { attempt } from '#web/call.ts'
import { endedSessionCookie } from '#web/session-cookie.ts'

/** Signing out is a form, never a link: a picture in somebody's page must not be able to do it. */
export function loader() {
  return redirect('/me')
}

export async function action({ request, context }: ActionFunctionArgs) {
  await attempt(context, 'kernel.sign-out', {})
  return redirect('/', { headers: { 'Set-Cookie': endedSessionCookie(request) } })
}
