import { Outlet } from 'react-router'
import type { PageHandle } from './page-handle.ts'
import { useSite } from './site.ts'
import { StaffFrame } from './staff-frame.tsx'

export const handle: PageHandle = { rooms: true, density: 'compact' }

export default function StaffLayout() {
  const site = useSite()
  if (!site) return <Outlet />
  return (
    <StaffFrame site={site}>
      <Outlet />
    </StaffFrame>
  )
}
