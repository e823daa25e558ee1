import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { unmarkedChinese } from '#test/harness/language-marks.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { readers } from '#test/harness/page-samples.ts'
import { preparePageWalk } from '#test/harness/page-walk.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { chineseOnlyPaths } from './language-choice.ts'

const root = join(import.meta.dirname, '../..')
const office = await openTestOffice({ with: 'city' })
const walk = await preparePageWalk(office)
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('Chinese words of which the marks say nothing are found, and marked ones are not', () => {
  assert.deepEqual(unmarkedChinese('<html lang="en"><body><p>Item <b>许可</b> of <span lang="zh-CN">花都<i>区</i></span><br>局</p></body></html>'), ['许可', '局'])
})

/** What is wrong with the public pages in English, each with its address. */
async function faultsInEnglish(faultsOf: (html: string) => readonly string[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const { as, path, status } of walk.pages) {
    if (!['anyone', 'citizen', 'agent'].includes(as) || chineseOnlyPaths.test(path.replace(/\?.*/, ''))) continue
    const caller: Caller = as === 'anyone' ? anonymous : await personCaller(office, readers[as])
    const { html, ...answer } = await pages.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`, caller)
    assert.equal(answer.status, status, path)
    faults.push(...faultsOf(html).map((text) => `${path}: ${text}`))
  }
  return faults
}

/** The texts of pages that are said in English too. */
function ownTexts(): ReadonlySet<string> {
  const read = (file: string): readonly (readonly [string, string])[] => Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>)
  const files = globSync('src/{ui,web,modules/*/web}/**/{*.,}zh-CN.json', { cwd: root }).filter((file) => existsSync(join(root, file.replace('zh-CN', 'en'))))
  return new Set(files.flatMap((file) => {
    const english = new Map(read(file.replace('zh-CN', 'en')))
    return read(file).flatMap(([key, text]) => (english.get(key) === text ? [] : [text]))
  }))
}

test('a page in English says nothing of its own in Chinese', async () => {
  const own = ownTexts()
  // In these places stand words of the pages and no data, but for legal letters, which are in Chinese whoever reads them.
  const letters = /<article class="sheet".*?<\/article>/gs
  const places = /<(?:th|h1|caption|button|nav|small)(?:\s[^>]*)?>(.*?)<\/(?:th|h1|caption|button|nav|small)>/gs
  // A page of an application form is headed by its section of the form of the item, which is data.
  const ofForms = (html: string): string => (html.includes('name="step" value="form"') ? html.replace(/<h1[\s>].*?<\/h1>/s, '') : html)
  const faults = await faultsInEnglish((html) => [...ofForms(html.replaceAll(letters, '')).matchAll(places)].flatMap(([, inner]) => (inner ?? '').split(/<[^>]*>/)).map((text) => text.trim()).filter((text) => own.has(text)))
  assert.deepEqual([...new Set(faults)], [])
})

test('on every public page in English what is Chinese is marked as Chinese: names of items, units and people, and what they wrote', async () => {
  assert.deepEqual(await faultsInEnglish(unmarkedChinese), [])
})
