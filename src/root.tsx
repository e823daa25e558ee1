import type { ReactNode } from 'react'
import { Links, type LoaderFunctionArgs, Meta, Outlet, Scripts, useMatches, useRouteError } from 'react-router'
import iconHref from './ui/styles/icon.svg?url'
import roomsHref from './ui/styles/rooms.css?url'
import tokensHref from './ui/styles/tokens.css?url'
import uiHref from './ui/styles/ui.css?url'
import { languageNow } from './ui/language.ts'
import { requestContext } from './web/context.ts'
import { ErrorPage, errorWords } from './web/error-page.tsx'
import { pageHandleOf } from './web/page-handle.ts'
import { PortalFrame } from './web/portal-frame.tsx'
import { type Site, useSite } from './web/site.ts'
import { StaffFrame } from './web/staff-frame.tsx'
import { say } from './web/text.ts'

export function loader({ request, context }: LoaderFunctionArgs): Site {
  const { settings, session, appearance, requestId } = context.get(requestContext)
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('lang')
  return { settings, session, appearance, requestId, path: pathname, here: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname }
}

export function meta({ error }: { readonly error?: unknown }) {
  return [{ title: error === undefined ? say('title.default') : errorWords(error).title }]
}

/** The document. Theme, mode and density are attributes that the server writes; no script is needed for them. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const site = useSite()
  // Where nothing failed this is null at the top of the document and undefined below it.
  const failed = (useRouteError() ?? undefined) !== undefined
  const staffFailed = failed && site?.session.kind === 'staff'
  const matched = pageHandleOf(useMatches().map((match) => match.handle))
  const page = staffFailed ? ({ rooms: true, density: 'compact' } as const) : matched
  return (
    <html lang={languageNow()} data-theme={site?.appearance.theme} data-mode={matched.mode ?? site?.appearance.mode}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="icon" href={iconHref} type="image/svg+xml" />
        <link rel="stylesheet" href={tokensHref} />
        <link rel="stylesheet" href={uiHref} />
        {page.rooms ? <link rel="stylesheet" href={roomsHref} /> : null}
        <Links />
      </head>
      <body data-density={page.density}>
        <a className="skip" href="#main">
          {say('skip')}
        </a>
        {children}
        {matched.script === undefined || failed ? null : <script type="module" src={matched.script} />}
        {matched.hydrate && !failed ? <Scripts /> : null}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const site = useSite()
  const page = <ErrorPage error={error} requestId={site?.requestId} servicePhone={site?.settings.servicePhone} />
  if (!site) return <main id="main">{page}</main>
  if (site.session.kind === 'staff') return <StaffFrame site={site}>{page}</StaffFrame>
  return (
    <PortalFrame site={site} crumbs={[]}>
      {page}
    </PortalFrame>
  )
}
