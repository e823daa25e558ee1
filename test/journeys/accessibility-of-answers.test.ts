import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { openBuiltPages, showAll } from '#test/harness/built-pages.ts'
import { answersToEmptyForms } from '#test/harness/page-answers.ts'
import { type PageWalk, preparePageWalk } from '#test/harness/page-walk.ts'
import { type Check, faultsOfElder, faultsOfThemes, faultsOnAll, type SeenPage, walkers } from '#test/harness/screen-walk.ts'

const chromium = findChromium()

describe('what a page answers to a form that was sent empty is accessible and fits its screen', { concurrency: 2, skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let walk: PageWalk
  let answers: readonly SeenPage[]
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    walk = await preparePageWalk(city.office)
    const built = await openBuiltPages(city.office)
    answers = (await answersToEmptyForms(await showAll(built, walk), walk, built)).map((page) => ({ ...page, answer: page }))
  })
  after(() => city.close())

  for (const [who, isOne] of walkers) {
    const walkWith = async (check: Check): Promise<void> => {
      assert.deepEqual(await faultsOnAll(city, walk, answers.filter(({ as }) => isOne(as)), check), [])
    }

    test(`for ${who}, at every width in every theme`, () => walkWith(faultsOfThemes))

    test(`for ${who}, at every width in 关怀版`, () => walkWith(faultsOfElder))
  }
})
