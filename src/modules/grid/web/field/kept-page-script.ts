import { keptPageHref } from './kept-page-href.ts'

/**
 * The service worker of the grid worker's page. It answers for that page alone, so it is served from below its address; what it does is the
 * built script that it loads.
 */
export function loader() {
  return new Response(`importScripts(${JSON.stringify(keptPageHref)})\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'service-worker-allowed': '/grid/field', 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'" },
  })
}
