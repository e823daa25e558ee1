import { renderToReadableStream, renderToStaticMarkup } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router'
import { contentSecurityPolicy, newNonce } from './web/content-security.ts'
import { languageNow } from './ui/language.ts'
import { requestContext } from './web/context.ts'
import { markChinese } from './web/mark-chinese.ts'
import { markErrors } from './web/mark-errors.ts'
import { type PageHandle, pageHandleOf } from './web/page-handle.ts'

/**
 * Renders a page. Most pages are plain HTML: no script, no hydration marks, one string. A route that declares
 * `handle.hydrate` gets React's stream and the page's scripts under a nonce.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const handle = handleOf(routerContext)
  // The page that says what failed needs nothing of the page that failed.
  const failed = routerContext.staticHandlerContext.errors !== null
  const nonce = handle.hydrate === true && !failed ? newNonce() : undefined
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, handle.script !== undefined && !failed, handle.embeds === true && !failed))
  // What a page shows once is kept nowhere: its own word goes before the usual one.
  if (headers.get('Cache-Control') !== 'no-store') headers.set('Cache-Control', handle.shared === true && status === 200 && loadContext.get(requestContext).caller.kind === 'anonymous' ? `public, max-age=0, s-maxage=${sharedSeconds}` : 'private, no-cache')
  headers.set('Vary', 'Cookie')
  // Without this the host forbids every sensor of the telephone.
  if (handle.locates === true) headers.set('Permissions-Policy', 'camera=(), geolocation=(self), microphone=()')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  if (nonce === undefined) {
    const html = markErrors(renderToStaticMarkup(<ServerRouter context={routerContext} url={request.url} />))
    return new Response(`<!doctype html>${languageNow() === 'zh-CN' ? html : markChinese(html)}`, { status, headers })
  }
  const stream = await renderToReadableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, { nonce })
  await stream.allReady
  return new Response(stream, { status, headers })
}

/** How old a page may be that is the same for everybody. */
const sharedSeconds = 5

/** A fault of the program goes to the host's log; refusals and pages not found are answers, not faults. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.get(requestContext).report(error)
}

function handleOf({ staticHandlerContext, routeModules }: EntryContext): PageHandle {
  return pageHandleOf(staticHandlerContext.matches.map((match) => routeModules[match.route.id]?.handle))
}
