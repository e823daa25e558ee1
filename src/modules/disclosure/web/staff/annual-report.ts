import { type LoaderFunctionArgs, redirect } from 'react-router'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'

/** An annual report stands with the tables that it is made of. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { year, unitId } = await call(context, 'disclosure.get-annual-report', { number: params['number'] ?? '' })
  return redirect(`/disclosure-office/table?year=${year}&unitId=${unitId}`, 302)
}
