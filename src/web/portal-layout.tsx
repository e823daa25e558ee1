import { Outlet, useMatches } from 'react-router'
import { crumbsOf } from './page-handle.ts'
import { PortalFrame } from './portal-frame.tsx'
import { useSite } from './site.ts'

export default function PortalLayout() {
  const site = useSite()
  const crumbs = crumbsOf(useMatches())
  if (!site) return <Outlet />
  return (
    <PortalFrame site={site} crumbs={crumbs}>
      <Outlet />
    </PortalFrame>
  )
}
