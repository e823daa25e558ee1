import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { personCaller } from '#test/harness/callers.ts'
import { aDraft, foodLicence } from '#test/harness/cases.ts'
import { signInAsCitizen } from './food-licence.steps.ts'

const chromium = findChromium()
const draftId = '01999999-0000-7000-8000-0000000d4af7'
const at = (step: string): string => `/apply/${foodLicence.implementCode}?draft=${draftId}&step=${step}`
const plan = { name: '平面图.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF') }

describe('the portal in a browser', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  test('a file is sent as soon as it is chosen; one that did not arrive is sent with the form, and nothing is lost', async () => {
    const city = await openBrowserOffice(chromium ?? '')
    after(() => city.close())
    await aDraft(city.office, draftId)
    const citizen = await city.visitor({ javaScript: true, width: 360, height: 800 })
    await signInAsCitizen(citizen, /张晓梅/, '/matters')
    await citizen.goto(at('materials'))
    await citizen.locator('input[type=file][name=material-m3]').setInputFiles(plan)
    await citizen.getByRole('status').filter({ hasText: '已上传：平面图.pdf' }).waitFor()
    assert.equal(await citizen.locator('input[type=file][name=material-m3]').inputValue(), '')

    await citizen.route('**/api/v1/files*', (route) => route.abort())
    await citizen.locator('input[type=file][name=material-m4]').setInputFiles({ ...plan, name: '目录.pdf' })
    await citizen.getByText(/没有传成/).waitFor()
    await citizen.getByRole('button', { name: '保存并继续' }).click()
    await citizen.getByText(/请选择文件/).first().waitFor()
    const { content } = await city.office.call('cases.get-draft', await personCaller(city.office, 'zhang-xiaomei'), { id: draftId })
    assert.deepEqual(Object.entries(content.materials).map(([key, given]) => [key, given.by === 'file' && given.name]), [['m3', '平面图.pdf'], ['m4', '目录.pdf']])
  })

  test('a large file goes on where its line broke, at the press of a button or by itself: only what is missing is sent again', async () => {
    const city = await openBrowserOffice(chromium ?? '')
    after(() => city.close())
    await aDraft(city.office, draftId)
    const citizen = await city.visitor({ javaScript: true })
    await signInAsCitizen(citizen, /张晓梅/, '/matters')
    await citizen.goto(at('materials'))
    const offsets: number[] = []
    const { promise: seen, resolve: look } = Promise.withResolvers<void>()
    let breaksFrom = 1_048_576
    await citizen.route('**/api/v1/uploads/*', async (route) => {
      const offset = Number(new URL(route.request().url()).searchParams.get('offset'))
      if (offset >= breaksFrom) return route.abort()
      offsets.push(offset)
      if (offset === 0) await seen
      return route.continue()
    })
    const buffer = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(2_500_000, ' 图'), Buffer.from('\n%%EOF')])
    await citizen.locator('input[type=file][name=material-m3]').setInputFiles({ ...plan, buffer })
    const bar = citizen.getByRole('progressbar', { name: '正在上传平面图.pdf' })
    await bar.waitFor()
    assert.match((await bar.locator('..').innerText()).trim(), /^\d+%$/)
    look()
    await citizen.getByText(/平面图\.pdf没有传成/).waitFor()
    breaksFrom = 2_097_152
    await citizen.getByRole('button', { name: '接着传' }).press('Enter')
    await citizen.getByText(/平面图\.pdf没有传成/).waitFor()
    assert.equal(await citizen.evaluate(() => document.activeElement?.getAttribute('name')), 'material-m3', 'the keyboard stays at the field')
    breaksFrom = Infinity
    await citizen.evaluate(() => globalThis.dispatchEvent(new Event('online')))
    await citizen.getByRole('status').filter({ hasText: '已上传：平面图.pdf' }).waitFor()
    assert.deepEqual(offsets, [0, 1_048_576, 2_097_152])
    const fileId = (await citizen.locator('input[name=kept-m3]').inputValue()).split(' ')[0] ?? ''
    const kept = await city.office.call('kernel.get-own-file', await personCaller(city.office, 'zhang-xiaomei'), { id: fileId })
    assert.ok(Buffer.from((kept as { readonly bytes: Uint8Array }).bytes).equals(buffer))
  })

  for (const javaScript of [false, true]) {
    test(`a session that ended while a form was filled in costs a sign-in and nothing that was typed, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const city = await openBrowserOffice(chromium ?? '')
      after(() => city.close())
      await aDraft(city.office, draftId)
      const citizen = await city.visitor({ javaScript })
      await signInAsCitizen(citizen, /张晓梅/, '/matters')
      await citizen.goto(at('form&part=premises'))
      await citizen.locator('[name=form-shopName]').fill('小梅小吃店')
      await citizen.context().clearCookies()
      await citizen.getByRole('button', { name: '保存并继续' }).click()
      await citizen.getByText(/登录已过期/).waitFor()
      await citizen.getByLabel(/张晓梅/).check()
      await citizen.getByRole('button', { name: '以这个人登录' }).click()
      await citizen.getByRole('button', { name: '接着办' }).click()
      await citizen.locator('[name=form-shopName]').waitFor()
      assert.equal(await citizen.locator('[name=form-shopName]').inputValue(), '小梅小吃店')
    })
  }
})
