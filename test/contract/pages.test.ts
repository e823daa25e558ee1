import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { chineseOnlyPaths } from '#web/language-choice.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { pageRoutes } from '#test/harness/page-routes.ts'
import { pageSamples } from '#test/harness/page-samples.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { preparePageWalk, type WalkedPage } from '#test/harness/page-walk.ts'
import { openBuiltPages, showAll, type ShownPage } from '#test/harness/built-pages.ts'

/** Compressed, as a telephone receives them: everything that the first sight of a page needs. */
const firstViewBytes = 50_000
/** A page that needs no script ships none; what a page adds to a working form stays this small. */
const scriptBytes = 15_000

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const walk = await preparePageWalk(office)
const built = await openBuiltPages(office)
const pages = await showAll(built, walk)

const isForAll = ({ as }: WalkedPage): boolean => ['anyone', 'citizen', 'agent'].includes(as)
/** The gallery is no page of an office: only a demonstration has it. */
const isPublic = (page: WalkedPage): boolean => isForAll(page) && !page.route.startsWith('/gallery')
const speaksEnglish = (page: WalkedPage): boolean => isPublic(page) && !chineseOnlyPaths.test(page.path.replace(/\?.*/, ''))

function faultsOf(of: readonly ShownPage[], faultOf: (page: ShownPage) => string | false): readonly string[] {
  return of.flatMap((page) => {
    const fault = faultOf(page)
    return fault === false ? [] : [`${page.path} (${page.as}): ${fault}`]
  })
}

test('every route has a line in test/harness/page-samples.ts, and every line a route', () => {
  assert.deepEqual(Object.keys(pageSamples).toSorted(), pageRoutes().toSorted())
})

test('every page answers whoever it is for, in Chinese and under a title of its own', () => {
  assert.deepEqual(faultsOf(pages, ({ answered, status }) => answered !== status && `status ${answered}`), [])
  assert.deepEqual(faultsOf(pages, ({ html }) => !/^<!doctype html><html lang="zh-CN"/i.test(html) && html.slice(0, 60)), [])
  assert.deepEqual(faultsOf(pages, ({ html }) => !/<title>[^<]*\p{Script=Han}[^<]*<\/title>/u.test(html) && 'no title'), [])
  assert.deepEqual(faultsOf(pages, ({ html }) => html.match(/<h1[\s>]/g)?.length !== 1 && `${html.match(/<h1[\s>]/g)?.length ?? 0} main headings`), [])
})

test('no two pages have one title, but for the same page in another room and the same list chosen differently', () => {
  const audience = (page: WalkedPage): string => (isForAll(page) ? 'public' : 'staff')
  const ownPart = ({ route }: WalkedPage): string => route.split('/').slice(2).join('/')
  const shared = [...Map.groupBy(pages, (page) => `${audience(page)}: ${wordsOf(page.html, 'title')[0]}`)].filter(([, some]) => new Set(some.map((page) => `${ownPart(page)} ${wordsOf(page.html, 'h1')[0]}`)).size > 1)
  assert.deepEqual(shared.map(([title, some]) => `${title}: ${some.map(({ path }) => path).join(' ')}`), [])
})

test('who asks for English gets every public page in it; the rooms of staff stay Chinese', async () => {
  for (const page of walk.pages) {
    const { html } = await built.show({ ...page, path: `${page.path}${page.path.includes('?') ? '&' : '?'}lang=en` }, walk.cookieOf(page.as))
    assert.match(html, speaksEnglish(page) ? /<html lang="en".*Skip to main content/s : /<html lang="zh-CN".*跳到正文/s, page.path)
  }
})

test('a page runs no script but its own files, and takes nothing from any other place', () => {
  const own = (policy: string): boolean => policy.split('; ').every((rule) => /^[\w-]+ (?:'none'|'self'(?: 'nonce-[\w+/=]+')?(?: data: blob:)?)$/.test(rule))
  assert.deepEqual(faultsOf(pages, ({ policy }) => !(own(policy) && policy.startsWith("default-src 'none'; ")) && policy), [])
  assert.deepEqual(faultsOf(pages, ({ html }) => /\sstyle="|<style|\son\w+="|javascript:/.exec(html)?.[0] ?? false), [])
  assert.deepEqual(faultsOf(pages, ({ html }) => /<(?:link|script|img|iframe|source|video|audio|form)\b[^>]*?\s(?:href|src|action)="(?:https?:)?\/\/[^"]*"/.exec(html)?.[0] ?? false), [])
})

test('a page is framed by no other site, guessed at by no browser, kept by no cache unless it is of nobody, and opens no camera', () => {
  const wanted = { 'x-content-type-options': /^nosniff$/, 'x-frame-options': /./, 'referrer-policy': /^same-origin$/, 'cross-origin-opener-policy': /^same-origin$/, 'permissions-policy': /camera=\(\).*geolocation=\((?:self)?\).*microphone=\(\)/ }
  for (const [name, value] of Object.entries(wanted)) {
    assert.deepEqual(faultsOf(pages, ({ headers }) => !value.test(headers.get(name) ?? '') && `${name}: ${headers.get(name)}`), [])
  }
  const kept = pages.filter(({ headers }) => !/private|no-store/.test(headers.get('cache-control') ?? ''))
  assert.ok(kept.some(({ path }) => path === '/'))
  assert.deepEqual(faultsOf(kept, ({ as, headers }) => !(as === 'anyone' && headers.get('cache-control') === 'public, max-age=0, s-maxage=5' && /cookie/i.test(headers.get('vary') ?? '')) && `${as}: ${headers.get('cache-control')}`), [])
})

test('the first sight of a page fits into 50 kB, and a public page needs no script or little', () => {
  assert.deepEqual(faultsOf(pages, ({ firstView }) => firstView > firstViewBytes && `${firstView} bytes`), [])
  assert.deepEqual(faultsOf(pages.filter(isPublic), ({ scripts }) => scripts > scriptBytes && `${scripts} bytes of scripts`), [])
})

test('only the map of the grid weighs more, on two public pages: asked for by a press, in the place of a drawing that the server made', () => {
  const withMap = pages.filter((page) => isPublic(page) && page.map > 0)
  assert.deepEqual([...new Set(withMap.map(({ route }) => route))].toSorted(), ['/grid', '/grid/report'])
  assert.deepEqual(faultsOf(withMap, ({ html }) => !/<button[^>]* hidden=""[^>]* data-map-ask=""/.test(html) && 'no button for it'), [])
  assert.deepEqual(faultsOf(withMap, ({ html }) => !/<div data-map-stead="">.*?(?:<svg|type="image")/s.test(html) && 'nothing in its stead'), [])
})

test('a form that another site sends is refused, with a session and without', async () => {
  for (const [path, cookie] of [['/display', undefined], ['/sign-in', undefined], ['/sign-out', walk.cookieOf('citizen')], ['/staff/sign-in', undefined]] as const) {
    for (const foreign of [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }, { 'sec-fetch-site': 'same-site', origin: 'https://other.office.test' }, { origin: 'https://evil.test' }, { origin: 'null' }]) {
      const answer = await built.post(path, { ...(cookie !== undefined && { cookie: `yimen_session=${cookie}` }), ...foreign })
      assert.equal(answer.status, 403, `${path} ${JSON.stringify(foreign)}`)
      assert.equal(answer.headers.get('set-cookie'), null, path)
    }
  }
  assert.equal((await built.post('/display', { origin: 'http://office.test', host: 'office.test' })).status, 302)
})
