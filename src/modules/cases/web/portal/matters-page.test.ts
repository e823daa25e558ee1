import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

const owner = await personCaller(office, 'zhang-xiaomei')
const numbersIn = (html: string): readonly string[] => [...html.matchAll(/<a href="\/matters\/([0-9A-Z]{43})">/g)].flatMap(([, number]) => number ?? [])

test('my matters can be narrowed to those under way and those that have ended', async () => {
  const { number: open } = await aSubmittedCase(office)
  const { number: ended } = await aSubmittedCase(office)
  await office.call('cases.withdraw-case', owner, { number: ended, reason: '不办了' })
  const shown = async (query: string): Promise<readonly boolean[]> => {
    const numbers = numbersIn((await pages.get(`/matters${query}`, owner)).html)
    return [open, ended].map((number) => numbers.includes(number))
  }
  assert.deepEqual(await shown(''), [true, true])
  assert.deepEqual(await shown('?stage=open'), [true, false])
  assert.deepEqual(await shown('?stage=ended'), [false, true])
  assert.deepEqual(await shown('?stage=burnt'), [true, true], 'an address that means nothing shows all')
  assert.match((await pages.get('/matters?stage=ended', owner)).html, /<a href="\/matters\?stage=ended" aria-current="page">办完的<\/a>/)
})

test('from the second page of my matters a link leads back to the first, in the same view', async () => {
  for (let made = 0; made < 21; made += 1) await aSubmittedCase(office)
  const hrefOf = (html: string, rel: string): string | undefined => new RegExp(`rel="${rel}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&')
  const first = await pages.get('/matters?stage=open', owner)
  assert.equal(hrefOf(first.html, 'prev'), undefined)
  const second = await pages.get(hrefOf(first.html, 'next') ?? assert.fail('there is a second page'), owner)
  assert.equal(hrefOf(second.html, 'prev'), '/matters?stage=open')
  assert.equal(numbersIn(first.html).some((number) => numbersIn(second.html).includes(number)), false)
})
