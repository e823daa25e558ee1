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

/** The words of a union as a part declares it. */
function declared(part: string, before: string): readonly string[] {
  const [, declaration = ''] = readFileSync(join(folder, '../../ui', part), 'utf8').split(before)
  const words = [...(declaration.split('\n')[0] ?? '').matchAll(/'([\w-]+)'/g)].map(([, word]) => word ?? '')
  return words.length > 0 ? words : assert.fail(`${part} declares nothing after ${before}`)
}

test('every kind and state that a part declares stands in a gallery', async () => {
  const shown = async (path: string): Promise<string> => /<main[\s\S]*<\/main>/.exec((await pages.get(path)).html)?.[0] ?? assert.fail(path)
  const [parts, staff] = [await shown('/gallery'), await shown('/gallery/staff')]
  const opinions = /<ul class="opin">[\s\S]*?<\/ul>/.exec(staff)?.[0] ?? assert.fail('no opinions')
  const kindOf = (base: string, usual: string) => (kind: string) => (kind === usual ? base : `${base} ${base}-${kind}`)
  const unions = [
    { part: 'tag.tsx', before: 'type TagKind =', html: parts, classOf: kindOf('tag', 'plain') },
    { part: 'tag.tsx', before: 'type ClockState =', html: parts, classOf: (state: string) => `clock ${state}` },
    { part: 'tag.tsx', before: 'type ClockState =', html: opinions, classOf: (state: string) => `clock ${state}` },
    { part: 'section.tsx', before: 'kind?:', html: parts, classOf: kindOf('note', 'plain') },
    { part: 'banner.tsx', before: 'kind?:', html: parts, classOf: (kind: string) => (kind === 'plain' ? 'banner on-paper' : `banner is-${kind}`) },
    { part: 'button.tsx', before: 'type ButtonKind =', html: parts, classOf: (kind: string) => (kind === 'first' ? 'btn' : `btn btn-${kind === 'second' ? 2 : kind}`) },
    { part: 'figure.tsx', before: 'kind?:', html: parts, classOf: kindOf('bar', 'full') },
    { part: 'timeline.tsx', before: 'state?:', html: parts, classOf: (state: string) => state },
  ]
  for (const { part, before, html, classOf } of unions) assert.deepEqual(declared(part, before).filter((word) => !html.includes(`class="${classOf(word)}"`)), [], `${part} ${before}`)
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
