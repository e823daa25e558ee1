import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Caller } from '#kernel/access/caller.ts'

type Pages = (request: Request, caller: Caller, requestId: string, asker: string) => Promise<Response>

interface SharedPage {
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  readonly zipped: Buffer
  readonly tag: string
  readonly until: number
}

interface SharedPagesOptions {
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonic?: () => number
  readonly mostPages?: number
}

const zip = promisify(gzip)
/** So long a page that may not be shared is rendered for each reader at once, none waiting for another to learn that again. */
const aloneMs = 60_000

/**
 * Renders a page that is the same for everybody once in the seconds that it allows (`Cache-Control: s-maxage`, RFC 9111, 5.2.2.10), and
 * once for all who ask at the same moment. Only for those who are nobody: GET, not signed in, and apart for each set of cookies, which
 * hold the look and the language. A page that sets a cookie, or fails, is for one reader alone.
 */
export function sharePages(pages: Pages, { monotonic = () => performance.now(), mostPages = 300 }: SharedPagesOptions = {}): Pages {
  const kept = new Map<string, SharedPage>()
  const rendering = new Map<string, Promise<SharedPage | Response>>()
  /** Until when. */
  const alone = new Map<string, number>()

  async function render(key: string, answer: () => Promise<Response>): Promise<SharedPage | Response> {
    const response = await answer()
    const seconds = /\bs-maxage=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1]
    if (seconds === undefined || response.status !== 200) {
      // What failed may be whole again at once.
      if (response.status < 500) remember(alone, key, monotonic() + aloneMs)
      return response
    }
    const body = Buffer.from(await response.arrayBuffer())
    const page = { headers: [...response.headers], body, zipped: await zip(body), tag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, until: monotonic() + Number(seconds) * 1000 }
    remember(kept, key, page)
    return page
  }

  function remember<T>(known: Map<string, T>, key: string, value: T): void {
    known.delete(key)
    known.set(key, value)
    if (known.size > mostPages) known.delete(known.keys().next().value as string)
  }

  return async (request, caller, requestId, asker) => {
    const answer = async (): Promise<Response> => unsharedWithCookie(await pages(request, caller, requestId, asker))
    if (request.method !== 'GET' || caller.kind !== 'anonymous') return answer()
    const key = `${request.url}\n${request.headers.get('cookie') ?? ''}`
    const known = kept.get(key)
    if (known !== undefined && monotonic() < known.until) return answerOf(known, request)
    if (monotonic() < (alone.get(key) ?? 0)) return answer()
    const underWay = rendering.get(key)
    if (underWay !== undefined) {
      // What broke was the rendering of somebody else.
      const page = await underWay.catch(() => undefined)
      return page === undefined || page instanceof Response ? answer() : answerOf(page, request)
    }
    const own = render(key, answer)
    rendering.set(key, own)
    try {
      const page = await own
      return page instanceof Response ? page : answerOf(page, request)
    } finally {
      rendering.delete(key)
    }
  }
}

/** A cookie is meant for one reader, whatever the page says of itself. */
function unsharedWithCookie(response: Response): Response {
  if (!response.headers.has('set-cookie') || !/\b(?:public|s-maxage)\b/.test(response.headers.get('cache-control') ?? '')) return response
  const headers = new Headers(response.headers)
  headers.set('cache-control', 'private, no-cache')
  return new Response(response.body, { status: response.status, headers })
}

function answerOf(page: SharedPage, request: Request): Response {
  const headers = new Headers(page.headers.map(([name, value]) => [name, value]))
  headers.set('etag', page.tag)
  headers.append('vary', 'Accept-Encoding')
  if (request.headers.get('if-none-match') === page.tag) return new Response(null, { status: 304, headers })
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(new Uint8Array(page.body), { headers })
  headers.set('content-encoding', 'gzip')
  return new Response(new Uint8Array(page.zipped), { headers })
}
