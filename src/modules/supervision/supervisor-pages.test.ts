import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { preparePageWalk, type WalkedPage } from '#test/harness/page-walk.ts'
import { openTestPages, type Page } from '#test/harness/pages.ts'
import { supervisionPeople } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const { supervisor } = await supervisionPeople(office)
const walk = await preparePageWalk(office)
const ofStaff = walk.pages.filter(({ as }) => !['anyone', 'citizen', 'agent'].includes(as))

/**
 * Pages that are nothing but a command: for whoever changes nothing there is no such page, and what they would change is read elsewhere. Letters
 * to an applicant for information name him, whom supervisors read masked (个人信息保护法 art. 6).
 */
const commands = /^\/(?:administration\/(?:(?:units|halls|staff|webhooks)\/new|halls\/:hallId\/(?:change|windows\/new)|close\/|staff\/:staffId\/|calendar\/publish|rules\/signals)|catalogue-office\/new|catalogue-office\/items\/:implementCode\/(?:new|discard|publish|:act)$|desk$|(?:desk|office)\/bulk$|(?:desk|office)\/cases\/:number\/(?!documents\/)|publication-office\/new|disclosure-office\/(?:register|requests\/:number\/(?:excerpt|documents\/:documentId))|supervision\/findings\/new|reports\/publish|grid\/field$)/
/** What anybody does for himself: sign out, how pages look, a report for oneself, and what a template would write, which keeps nothing. */
const ownAffairs = /action="\/(?:staff\/sign-out|display|reports|reports\/template)"/

async function asSupervisor(walked: readonly WalkedPage[]): Promise<readonly (Page & WalkedPage)[]> {
  const shown: (Page & WalkedPage)[] = []
  for (const page of walked) shown.push({ ...page, ...(await pages.get(page.path, supervisor)) })
  return shown
}

test('S-22 every page of the office opens to the supervisor, and none holds a form that changes anything', async () => {
  const shown = await asSupervisor(ofStaff.filter(({ route }) => !commands.test(route)))
  assert.ok(shown.length > 60)
  assert.deepEqual(shown.filter(({ status }) => status !== 200).map(({ path, status }) => `${status} ${path}`), [])
  const forms = shown.flatMap(({ path, html }) => [...html.matchAll(/<form[^>]*method="post"[^>]*>/g)].filter(([form]) => !ownAffairs.test(form)).map(([form]) => `${path}: ${form}`))
  assert.deepEqual(forms, [])
})

test('S-22 no page that the supervisor reads leads to a page that is nothing but a command', async () => {
  const shown = await asSupervisor(ofStaff.filter(({ route }) => !commands.test(route) && !route.startsWith('/desk')))
  const led = shown.flatMap(({ path, html }) => [...html.slice(html.indexOf('<main')).matchAll(/href="(\/[^"?#]*)/g)].map(([, href = '']) => ({ path, href })))
  const routeOf = (href: string): string => href.replace(/\/items\/[^/]+/, '/items/:implementCode').replace(/\/halls\/(?!new)[^/]+/, '/halls/:hallId').replace(/\/staff\/(?!new|me)[^/]+/, '/staff/:staffId').replace(/\/(cases|requests)\/[^/]+/, '/$1/:number')
  assert.deepEqual([...new Set(led.filter(({ href }) => commands.test(routeOf(href))).map(({ path, href }) => `${path} → ${href}`))], [])
})

test('S-22 for the supervisor there is no page that is nothing but a command', async () => {
  for (const { path, status } of await asSupervisor(ofStaff.filter(({ route }) => commands.test(route)))) assert.ok([404, 409].includes(status), `${status} ${path}`)
})
