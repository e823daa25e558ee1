import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { type PageWalk, preparePageWalk } from '#test/harness/page-walk.ts'
import { type Check, faultsOfElder, faultsOfEnglish, faultsOfThemes, faultsOfUse, faultsOnAll, walkers } from '#test/harness/screen-walk.ts'

const chromium = findChromium()

describe('every page is accessible and fits its screen', { concurrency: 2, skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let walk: PageWalk
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    walk = await preparePageWalk(city.office)
  })
  after(() => city.close())

  for (const [who, isOne] of walkers) {
    const walkWith = async (check: Check): Promise<void> => {
      assert.deepEqual(await faultsOnAll(city, walk, walk.pages.filter(({ as }) => isOne(as)), check), [])
    }

    test(`for ${who}, at every width in every theme`, () => walkWith(faultsOfThemes))

    test(`for ${who}, at every width in 关怀版`, () => walkWith(faultsOfElder))

    if (isOne('anyone') || isOne('citizen')) test(`for ${who}, at every width in English`, () => walkWith(faultsOfEnglish))

    test(`for ${who}, by keyboard alone, enlarged, and without motion`, () => walkWith(faultsOfUse))
  }
})
