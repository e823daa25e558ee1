import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { after, test } from 'node:test'
import { openBuiltPages, showAll } from '#test/harness/built-pages.ts'
import { openTestOffice, scratchFolder } from '#test/harness/office.ts'
import { answersToEmptyForms } from '#test/harness/page-answers.ts'
import { preparePageWalk } from '#test/harness/page-walk.ts'

const checker = join(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar')
const hasJava = spawnSync('java', ['-version']).status === 0

const office = await openTestOffice({ with: 'city' })
const folder = scratchFolder()
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await office.close()
})

/** React closes void elements with a slash, which HTML allows and ignores. */
const allowed = 'Trailing slash on void elements.*'

interface Report {
  readonly messages: readonly { readonly type: string; readonly url: string; readonly message: string; readonly extract?: string }[]
}

/** What the Nu Html Checker of the W3C finds in pages; its warnings are read too, as they name misused attributes. */
function faultsIn(pages: ReadonlyMap<string, string>): readonly string[] {
  const names = [...pages.keys()]
  for (const [place, html] of [...pages.values()].entries()) writeFileSync(join(folder, `${place}.html`), html)
  const files = names.map((_, place) => join(folder, `${place}.html`))
  const { stderr } = spawnSync('java', ['-Xss2m', '-jar', checker, '--format', 'json', '--filterpattern', allowed, ...files], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { messages } = JSON.parse(stderr) as Report
  return messages.map(({ url, message, extract = '' }) => `${names[Number.parseInt(basename(url), 10)] ?? url}: ${message} ${extract.trim().slice(0, 120)}`)
}

test('every page is valid HTML, and so is what it answers to a form that was sent empty', { skip: !hasJava && 'no Java on this machine' }, async () => {
  const walk = await preparePageWalk(office)
  const built = await openBuiltPages(office)
  const shown = await showAll(built, walk)
  const answers = await answersToEmptyForms(shown, walk, built)
  assert.ok(answers.length > 100)
  assert.deepEqual(faultsIn(new Map([...shown, ...answers].map(({ path, as, html }, place) => [`${place} ${path} (${as})`, html]))), [])
})

test('the checker finds a fault that was planted', { skip: !hasJava && 'no Java on this machine' }, () => {
  const faults = faultsIn(new Map([['/planted', '<!doctype html><html lang="zh-CN"><title>页</title><p id="a"><i id="a"></i></p></html>']]))
  assert.match(faults.join(), /^\/planted: Duplicate ID/)
})
