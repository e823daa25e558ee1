import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { administrator, clerk, personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const doors = openTestDoors(office)
after(async () => {
  await pages.close()
  await office.close()
})

/** The addresses that a page links to within this site, without the place on the page. */
function linksOn(html: string): readonly string[] {
  const hrefs = [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&').replace(/#.*$/, ''))
  return [...new Set(hrefs.filter((href) => href.startsWith('/')))]
}

/** Follows every link of the pages as the same reader; whatever leads nowhere or breaks comes back with the page it stands on. */
async function brokenLinks(caller: Caller, starts: readonly string[]): Promise<readonly string[]> {
  const from = new Map<string, string>()
  for (const start of starts) {
    const { status, html } = await pages.get(start, caller)
    assert.equal(status, 200, start)
    const links = linksOn(html)
    assert.ok(links.length > 0, `${start} leads nowhere at all`)
    for (const link of links) if (!from.has(link)) from.set(link, start)
  }
  const broken: string[] = []
  for (const [link, start] of from) {
    const { status } = link.startsWith('/api/v1') ? await doors('GET', link.slice('/api/v1'.length), { as: caller }) : await pages.get(link, caller)
    if (status === 404 || status >= 500) broken.push(`${start} → ${link}: ${status}`)
  }
  return broken
}

test('no link of the public pages leads nowhere', async () => {
  await aDecidedCase(office)
  assert.deepEqual(await brokenLinks(anonymous, ['/', '/services', '/themes', `/services/${foodLicence.implementCode}`, '/decisions', '/ratings', '/figures', '/verify', '/progress', '/interact', '/open', '/publications', '/publications/guide', '/publications/powers', '/disclosure', '/grid', '/answers', '/calculator', '/about/accessibility', '/about/privacy']), [])
})

test('no link of an applicant leads nowhere', async () => {
  const { number, person } = await anAcceptedCase(office)
  assert.deepEqual(await brokenLinks(person, ['/', '/me', '/matters', `/matters/${number}`, '/certificates', `/apply/${foodLicence.implementCode}`]), [])
})

test('no link of the window leads nowhere', async () => {
  const { number } = await aSubmittedCase(office)
  const applicant = (await personCaller(office, 'zhang-xiaomei')).id
  assert.deepEqual(await brokenLinks(await clerk(office), ['/desk', `/desk?applicant=${applicant}&q=${encodeURIComponent('开饭店')}`, `/desk/cases/${number}`, `/desk/cases/${number}/check`, '/staff/me']), [])
})

test('no link of the office, the supervision and the administration leads nowhere', async () => {
  const { number } = await anAcceptedCase(office)
  assert.deepEqual(await brokenLinks(await reviewerOf(office, foodLicence.unit), ['/office', '/office/unit', `/office/cases/${number}`]), [])
  assert.deepEqual(await brokenLinks(await staffCaller(office, 'HD0013'), ['/supervision/cases', `/supervision/cases/${number}`]), [])
  assert.deepEqual(await brokenLinks(await administrator(office), ['/administration', '/administration/halls']), [])
})
