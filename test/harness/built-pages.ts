import { createDoors, loadBuilt } from '../../src/serve.ts'
import type { TestOffice } from './office.ts'
import type { PageWalk, WalkedPage } from './page-walk.ts'

/** A page as it goes out: its text, its headers, and how many bytes a browser fetches to show it. */
export interface ShownPage extends WalkedPage {
  readonly answered: number
  readonly html: string
  readonly headers: Headers
  readonly policy: string
  /** HTML, style sheets and icon, compressed. */
  readonly firstView: number
  /** Scripts, compressed. */
  readonly scripts: number
  /** What is fetched only when somebody asks for the map, compressed (decision 0018). */
  readonly map: number
}

export interface BuiltPages {
  show(page: WalkedPage, session: string | undefined, headers?: Readonly<Record<string, string>>): Promise<ShownPage>
  post(path: string, headers: Readonly<Record<string, string>>, body?: FormData | URLSearchParams): Promise<Response>
}

/** The built pages with all doors of the office, asked without a port. */
export async function openBuiltPages(office: TestOffice): Promise<BuiltPages> {
  const web = await loadBuilt()
  if (web === undefined) throw new Error('the pages are not built: run npm test, or npm run build')
  const doors = createDoors(office.app, web)
  const ask = async (path: string, init: RequestInit): Promise<Response> => doors.request(`http://office.test${path}`, init)
  const sizes = new Map<string, number>()
  const bytesOf = async (paths: readonly string[]): Promise<number> => {
    let sum = 0
    for (const path of new Set(paths)) {
      const known = sizes.get(path) ?? (await (await ask(path, { headers: { 'accept-encoding': 'gzip' } })).arrayBuffer()).byteLength
      sizes.set(path, known)
      sum += known
    }
    return sum
  }
  return {
    async show(page, session, given = {}) {
      const headers = { ...given, ...(session !== undefined && { cookie: `yimen_session=${session}` }) }
      const plain = await ask(page.path, { headers })
      const html = await plain.text()
      const small = await (await ask(page.path, { headers: { ...headers, 'accept-encoding': 'gzip' } })).arrayBuffer()
      return {
        ...page,
        answered: plain.status,
        html,
        headers: plain.headers,
        policy: plain.headers.get('content-security-policy') ?? '',
        firstView: small.byteLength + (await bytesOf(addressesIn(html, /<link\b[^>]*?rel="(?:stylesheet|icon)"[^>]*?>/g))),
        scripts: await bytesOf([...addressesIn(html, /<script\b[^>]*?src="[^>]*?>/g), ...addressesIn(html, /<link\b[^>]*?rel="modulepreload"[^>]*?>/g)]),
        map: await bytesOf([...html.matchAll(/\sdata-(?:library|worker|look)="([^"]+)"/g)].flatMap(([, path]) => path ?? [])),
      }
    },
    post: (path, headers, body = new URLSearchParams({ back: '/' })) => ask(path, { method: 'POST', body, headers }),
  }
}

/** Every page of a walk, one after the other: asked all at once of a busy machine, the office would turn some away. */
export async function showAll(built: BuiltPages, { pages, cookieOf }: PageWalk): Promise<readonly ShownPage[]> {
  const shown: ShownPage[] = []
  for (const page of pages) shown.push(await built.show(page, cookieOf(page.as)))
  return shown
}

function addressesIn(html: string, tags: RegExp): readonly string[] {
  return [...html.matchAll(tags)].flatMap(([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? [])
}
