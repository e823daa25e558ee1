import { type LoaderFunctionArgs, redirect } from 'react-router'
import { requestContext } from '#web/context.ts'
import { staffNav } from '#web/navigation.ts'
import { staffFirst } from '#web/staff-first.ts'

/** The own work of whoever signed in: the first door of the staff bar. */
export function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  return redirect(staffNav(context.get(requestContext).session.roles)[0]?.href ?? '/staff/me')
}
