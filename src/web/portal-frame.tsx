import type { ReactNode } from 'react'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { languageNow } from '#ui/language.ts'
import { BrandMark } from './brand.tsx'
import type { LinkTo } from '#ui/link-to.ts'
import { partText } from '#ui/text.ts'
import { NavBar } from './nav-bar.tsx'
import { footerGroups, portalNav } from './navigation.ts'
import { SimulatedNotice } from './simulated-notice.tsx'
import { type Site, siteName } from './site.ts'
import { say } from './text.ts'
import { wayLink } from './ways.ts'

interface PortalFrameProps {
  readonly site: Site
  readonly crumbs: readonly LinkTo[]
  readonly children: ReactNode
}

/** What stands around every public page: header, notice, crumbs, footer. */
export function PortalFrame({ site, crumbs, children }: PortalFrameProps) {
  return (
    <>
      <PortalHeader site={site} />
      <SimulatedNotice />
      {crumbs.length > 0 ? (
        <div className="wrap no-print">
          <Breadcrumbs label={say('crumbs.label')} items={[{ href: '/', text: say('crumbs.home') }, ...crumbs]} />
        </div>
      ) : null}
      <main id="main">{children}</main>
      <PortalFooter site={site} />
    </>
  )
}

function PortalHeader({ site }: { readonly site: Site }) {
  const name = siteName(site.settings)
  const elder = site.appearance.mode === 'elder'
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href="/" aria-label={say('brand.home', { name })}>
          <BrandMark />
          {name}
        </a>
        {elder ? null : <NavBar entries={portalNav} path={site.path} />}
        <div className="tools">
          <form action="/display" method="post">
            <input type="hidden" name="back" value={site.here} />
            <LanguageButton wide />
            <button className="btn-link" name="mode" value={elder ? 'standard' : 'elder'}>
              {say(elder ? 'tools.standard' : 'tools.elder')}
            </button>
          </form>
          {site.session.kind === 'anonymous' ? <a href="/sign-in">{say('tools.sign-in')}</a> : <a href="/me">{site.session.displayName}</a>}
        </div>
      </div>
    </header>
  )
}

/** Leads to the same page in the other language, whose own word it bears. In the header only where there is room for it. */
function LanguageButton({ wide }: { readonly wide?: boolean }) {
  const other = languageNow() === 'en' ? 'zh-CN' : 'en'
  return (
    <button className={wide ? 'btn-link wide' : 'btn-link'} name="language" value={other} lang={other}>
      {say('tools.language')}
    </button>
  )
}

function PortalFooter({ site: { settings, here } }: { readonly site: Site }) {
  return (
    <footer className="foot">
      <div className="wrap">
        <nav className="foot-ways" aria-label={say('foot.label')}>
          {footerGroups.map(({ title, ways }) => (
            <section key={title}>
              <h2>{say(title)}</h2>
              <ul>
                {ways.map(wayLink).map(({ href, text }) => (
                  <li key={href}>
                    <a href={href}>{text}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <div className="foot-end">
          <div>
            <p>
              {say('foot.by', { office: settings.officeName })}
              {partText('join.gap')}
              {say('foot.service-phone')}
              <span className="nw">{settings.servicePhone}</span>
              {partText('join.gap')}
              {say('foot.supervision-phone')}
              <span className="nw">{settings.supervisionPhone}</span>
            </p>
            <p>{say('foot.open')}</p>
          </div>
          <form action="/display" method="post">
            <input type="hidden" name="back" value={here} />
            <LanguageButton />
          </form>
        </div>
      </div>
    </footer>
  )
}
