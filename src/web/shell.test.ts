import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { data } from 'react-router'
import { createServer } from 'vite'
import { anonymous } from '#kernel/access/caller.ts'
import type { PageExtras, WebApp } from './context.ts'
import type * as handlerModule from './handler.ts'
import { pageSessionOf } from './page-session.ts'

type HandlerModule = typeof handlerModule

const root = join(import.meta.dirname, '../..')
const app = { call: () => assert.fail('these pages call no operation') } as unknown as WebApp

/** As in production: the built bundle. `npm test` rebuilds it when its sources changed; alone, this builds a missing one. */
async function loadBuilt(): Promise<HandlerModule> {
  const built = join(root, 'build/server/index.js')
  if (!existsSync(built)) execFileSync(join(root, 'node_modules/.bin/react-router'), ['build'], { cwd: root })
  return import(pathToFileURL(built).href)
}

/** As in development: the host has Vite load the source. */
async function loadWithVite(): Promise<HandlerModule> {
  const vite = await createServer({ root, logLevel: 'error', appType: 'custom', server: { middlewareMode: true } })
  after(() => vite.close())
  return (await vite.ssrLoadModule('/src/web/handler.ts')) as HandlerModule
}

function extras(changes: Partial<PageExtras> = {}): PageExtras {
  return {
    caller: anonymous,
    session: pageSessionOf(anonymous),
    settings: { cityName: '花都', officeName: '花都区政务服务管理办公室', servicePhone: '12345', supervisionPhone: '020-0000 0102', demo: false },
    today: '2026-09-29',
    home: () => Promise.resolve({ often: [], figures: [], bundles: [], halls: [] }),
    requestId: 'R-20260929-0001',
    report: (fault) => assert.fail(String(fault)),
    refusalTitle: () => undefined,
    ...changes,
  }
}

/** In a city of invented people, where the galleries are shown. */
const inDemo = { settings: { ...extras().settings, demo: true } }

for (const [mode, load] of [['production', loadBuilt], ['development', loadWithVite]] as const) {
  describe(`in ${mode}`, async () => {
    const { webHandler } = await load()
    const handle = webHandler(app, { mode })
    const get = (path: string, changes?: Partial<PageExtras>, headers: Record<string, string> = {}) => handle(new Request(`http://office.test${path}`, { headers }), extras(changes))

    test('the home page asks one question first, and the door lets people track without signing in', async () => {
      const response = await get('/')
      const html = await response.text()
      assert.equal(response.status, 200)
      assert.match(html, /^<!doctype html><html lang="zh-CN">/i)
      assert.match(html, /<title>花都政务服务<\/title>/)
      assert.match(html, /<h1 id="ask">今天要办什么事？<\/h1><form class="search" role="search" action="\/services" method="get">/)
      assert.match(html, /<form action="\/progress" method="get">/)
      assert.equal(html.match(/<html/g)?.length, 1)
    })

    test('a public page sends no script, forbids all scripts and loads no staff styles', async () => {
      const response = await get('/')
      const html = await response.text()
      assert.doesNotMatch(html, /<script/)
      assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'none'/)
      assert.doesNotMatch(html, /style=|<style|rooms/)
      assert.match(await (await get('/gallery/staff', inDemo)).text(), /rooms[^"]*\.css/)
    })

    test('a page that hydrates runs its scripts under a nonce of its own', async () => {
      const [first, second] = await Promise.all([get('/gallery/live', inDemo), get('/gallery/live', inDemo)])
      const nonce = /'nonce-([^']+)'/.exec(first.headers.get('content-security-policy') ?? '')?.[1] ?? assert.fail('no nonce')
      const inline = [...(await first.text()).matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes ?? '').filter((attributes) => !attributes.includes('src='))
      assert.ok(inline.length > 0)
      for (const attributes of inline) assert.ok(attributes.includes(`nonce="${nonce}"`), attributes)
      assert.ok(!second.headers.get('content-security-policy')?.includes(nonce))
    })

    test('in a real city there is no gallery, and its address sends no script', async () => {
      for (const path of ['/gallery', '/gallery/inputs', '/gallery/live', '/gallery/staff']) {
        const response = await get(path)
        assert.equal(response.status, 404, path)
        assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'none'/)
        assert.doesNotMatch(await response.text(), /<script/)
      }
    })

    test('the saved look is written on the document, and 关怀版 offers six things instead of twelve', async () => {
      const html = await (await get('/', {}, { cookie: 'yimen_look=contrast.elder' })).text()
      assert.match(html, /<html lang="zh-CN" data-theme="contrast" data-mode="elder">/)
      assert.match(html, /您要办什么事？/)
      assert.equal(html.split('<ul class="index">')[1]?.split('</ul>')[0]?.match(/<li>/g)?.length, 6)
    })

    test('choosing a look keeps it and goes back, but never to another site', async () => {
      const choose = async (back: string) => {
        const body = new URLSearchParams({ mode: 'elder', back })
        return handle(new Request('http://office.test/display', { method: 'POST', body, headers: { cookie: 'yimen_look=dark.' } }), extras())
      }
      const kept = await choose('/services')
      assert.equal(kept.status, 302)
      assert.equal(kept.headers.get('location'), '/services')
      assert.match(kept.headers.get('set-cookie') ?? '', /^yimen_look=dark\.elder;/)
      for (const evil of ['https://evil.test/', '//evil.test', '/\\evil.test', 'evil']) assert.equal((await choose(evil)).headers.get('location'), '/')
    })

    test('an address that leads nowhere is answered 404 in Chinese, with a number to quote', async () => {
      const response = await get('/nothing/here')
      const html = await response.text()
      assert.equal(response.status, 404)
      assert.match(html, /<title>没有这一页<\/title>/)
      assert.match(html, /R-20260929-0001/)
      assert.match(html, /class="top"/)
    })

    test('a refusal is shown with its title and status', async () => {
      const refusal = { code: 'cases.already-closed', kind: 'conflict', title: '这件已经办结', fields: [] }
      const response = await get('/', { home: () => Promise.reject(data(refusal, { status: 409 })) })
      const html = await response.text()
      assert.equal(response.status, 409)
      assert.match(html, /<h1>这件已经办结<\/h1>/)
      assert.match(html, /cases\.already-closed/)
    })

    test('a fault is reported to the log and shows nothing of the program', async () => {
      const faults: unknown[] = []
      const broken = new Error('column "id_card" does not exist')
      const response = await get('/', { home: () => Promise.reject(broken), report: (fault) => faults.push(fault) })
      const html = await response.text()
      assert.equal(response.status, 500)
      assert.deepEqual(faults, [broken])
      assert.match(html, /系统出了问题/)
      assert.match(html, /R-20260929-0001/)
      assert.doesNotMatch(html, /id_card/)
    })

    test('staff see the ink bar with the doors of their roles, also on an error page', async () => {
      const session = pageSessionOf({ kind: 'staff', id: 'S1', name: '李**', unitId: 'U1', roles: [{ role: 'windowClerk', unitId: 'U1' }] }, '综合窗口12号')
      for (const path of ['/gallery/staff', '/nothing/here']) {
        const html = await (await get(path, { ...inDemo, session })).text()
        assert.match(html, /<body data-density="compact">/)
        assert.match(html, /一门<small>综合窗口12号<\/small>/)
        assert.match(html, /<a href="\/desk">受理<\/a>/)
        assert.doesNotMatch(html, /href="\/administration"/)
      }
    })
  })
}
