import { type MiddlewareFunction, Outlet } from 'react-router'
import type { PageHandle } from './page-handle.ts'
import { useSite } from './site.ts'
import { staffFirst } from './staff-first.ts'
import { StaffFrame } from './staff-frame.tsx'

export const handle: PageHandle = { rooms: true, density: 'compact' }

/** A form of staff that comes after the session ended waits on the sign-in page, whatever its page would have done with it. */
export const middleware: MiddlewareFunction<Response>[] = [
  ({ request, context }, next) => {
    if (request.method === 'POST') staffFirst(context, request)
    return next()
  },
]

export default function StaffLayout() {
  const site = useSite()
  if (!site) return <Outlet />
  return (
    <StaffFrame site={site}>
      <Outlet />
    </StaffFrame>
  )
}
