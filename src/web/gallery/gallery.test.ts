import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const folder = import.meta.dirname

test('every part of the design system is in a gallery', () => {
  const galleries = [...readdirSync(folder).map((name) => join(folder, name)), ...readdirSync(join(folder, '../pages')).flatMap((name) => (name.startsWith('gallery') ? [join(folder, '../pages', name)] : []))]
  const shown = galleries.map((file) => readFileSync(file, 'utf8')).join('\n')
  const parts = readdirSync(join(folder, '../../ui')).filter((name) => name.endsWith('.tsx'))
  assert.deepEqual(parts.filter((name) => !shown.includes(`#ui/${name}`)), [])
})

test('every gallery is shown', async () => {
  for (const path of ['/gallery', '/gallery/inputs', '/gallery/live', '/gallery/staff']) assert.equal((await pages.get(path)).status, 200, path)
})

test('the regions go from the province to the village, each level after a round to the server', async () => {
  const menus = async (...chosen: string[]) => ((await pages.get(`/gallery/inputs?${new URLSearchParams(chosen.map((code) => ['region', code]))}`)).html.match(/<select[^>]* name="region"/g) ?? []).length
  assert.equal(await menus(), 1)
  assert.equal(await menus('440000'), 2)
  assert.equal(await menus('440000', '440100', '440114'), 4)
  assert.equal(await menus('440000', '440100', '440114', '440114001'), 5)
  assert.equal(await menus('440000', '320100'), 2, 'a city of another province was not chosen')
})

test('a day that does not exist comes back with what was typed', async () => {
  const { html } = await pages.get('/gallery/inputs?on=&on.year=2026&on.month=2&on.day=30')
  assert.match(html, /没有这一天/)
  assert.match(html, /name="on\.day"[^>]*value="30"/)
})
