import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { preparePageWalk } from '#test/harness/page-walk.ts'
import { createDoors, loadBuilt } from '../../src/serve.ts'
import { buildApp } from '../../src/app.ts'

const mark = /<section class="banner on-paper"[^>]*>.*?(?:模拟城市|Simulated city)/s

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const walk = await preparePageWalk(office)

/** The pages of the walk without the mark of a simulated city. */
async function unmarked(app: TestOffice['app']): Promise<readonly string[]> {
  const web = await loadBuilt()
  if (web === undefined) throw new Error('the pages are not built: run npm test, or npm run build')
  const doors = createDoors(app, web)
  const without: string[] = []
  for (const { path, as } of walk.pages) {
    const cookie = walk.cookieOf(as)
    const answer = await doors.request(`http://office.test${path}`, { headers: cookie === undefined ? {} : { cookie: `yimen_session=${cookie}` } })
    if (!mark.test(await answer.text())) without.push(`${path} (${as})`)
  }
  return without
}

test('every page of a simulated city says that it is one, on the screen and on paper', async () => {
  const simulated = buildApp(office.app.db, { ...office.app.services, simulated: true })
  assert.deepEqual(await unmarked(simulated), [])
})

test('no page of a real office says that it is a simulated city', async () => {
  assert.equal((await unmarked(office.app)).length, walk.pages.length)
})
