import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listen } from '#kernel/http/listen.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { createDoors, loadWithVite } from './serve.ts'

const office = await openTestOffice({ with: 'city' })
const web = await loadWithVite()
const server = await listen(createDoors(office.app, web), { host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${server.port}`
after(async () => {
  await server.close()
  await web.close()
  await office.close()
})

const attributes = (html: string, pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(([, value]) => (value ?? '').replaceAll('&amp;', '&'))

test('a page under development has its style sheets and its icon', async () => {
  const html = await (await fetch(`${address}/display`)).text()
  const files = attributes(html, /<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)
  assert.ok(files.length >= 3, html.slice(0, 1000))
  for (const file of files) {
    const answer = await fetch(`${address}${file}`, { headers: { accept: 'text/css,*/*;q=0.1' } })
    assert.equal(answer.status, 200, file)
    assert.match(answer.headers.get('content-type') ?? '', /^(?:text\/css|image\/svg\+xml)/, file)
    assert.match(await answer.text(), /[{<]/, file)
  }
})

test('a source that is not there is a page that is not there', async () => {
  const answer = await fetch(`${address}/src/ui/styles/none.css`)
  assert.equal(answer.status, 404)
})
