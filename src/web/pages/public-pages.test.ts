import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('the pages about accessibility and personal data name whom to call', async () => {
  for (const path of ['/about/accessibility', '/about/privacy']) {
    const { status, html } = await pages.get(path)
    assert.equal(status, 200)
    const phone = /服务电话<span class="nw">([^<]+)</.exec(html)?.[1] ?? assert.fail('no service phone in the footer')
    assert.ok(html.includes(`打${phone}`), path)
  }
})
