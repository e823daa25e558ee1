import type { ReactNode } from 'react'
import { BrandMark } from './brand.tsx'
import { messageText } from './message-list.tsx'
import { NavBar } from './nav-bar.tsx'
import { staffNav } from './navigation.ts'
import { SimulatedNotice } from './simulated-notice.tsx'
import type { Site } from './site.ts'
import { say } from './text.ts'

/** What stands around staff pages: the ink bar with the doors that the person's roles open. No crumbs, no footer. */
export function StaffFrame({ site, children }: { readonly site: Site; readonly children: ReactNode }) {
  const { session } = site
  return (
    <>
      <header className="top top-staff">
        <div className="wrap">
          <a className="brand" href="/work">
            <BrandMark />
            {say('brand.staff')}
            {session.unitName ? <small>{session.unitName}</small> : null}
          </a>
          <NavBar entries={staffNav(session.roles)} path={site.path} />
          <div className="tools">
            {session.displayName === '' ? null : (
              <>
                <a href="/staff/messages">{messageText('title')}</a>
                <a href="/staff/me">{session.displayName}</a>
              </>
            )}
          </div>
        </div>
      </header>
      <SimulatedNotice />
      <main id="main">{children}</main>
    </>
  )
}
