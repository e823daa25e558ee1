import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { OutputOf } from '#app'
import { deliveryValues, followsDelivery, waysOf } from './form-delivery.ts'

type Guide = OutputOf<'catalogue.get-guide'>

const folder = join(import.meta.dirname, '../../../../data/catalogue/items')
const published = readdirSync(folder).flatMap((name): readonly Guide[] => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Guide[])
const guide = published[0] ?? assert.fail('no item')
const receiver = { hallId: 'hall', name: '张晓梅', phone: '13800005001', address: '花都区新华街示例路1号' }

/** The first item of the catalogue with another choice of ways on its form. */
function withOptions(...labels: readonly string[]): Guide {
  const asked = (field: Guide['form']['sections'][number]['fields'][number]) => (field.key === 'deliveryWay' ? { ...field, options: labels.map((label, at) => ({ key: `way-${at}`, label })) } : field)
  return { ...guide, form: { sections: guide.form.sections.map((section) => ({ ...section, fields: section.fields.map(asked) })) } }
}

const fieldOf = ({ form }: Guide, key: string) => form.sections.flatMap(({ fields }) => fields).find((field) => field.key === key) ?? assert.fail(`no field ${key}`)

test('every form of the catalogue that asks for the delivery is filled from the choice at the end, whichever way that is', () => {
  for (const one of published) {
    for (const kind of waysOf(one)) {
      const { deliveryWay } = deliveryValues({ ...receiver, kind }, one)
      const label = fieldOf(one, 'deliveryWay').options.find(({ key }) => key === deliveryWay)?.label
      assert.equal(label, { electronic: '电子送达', post: '邮寄', window: '窗口领取', terminal: '窗口领取' }[kind])
    }
  }
})

test('the address goes into the form when the result is sent by post, and else nowhere', () => {
  assert.deepEqual(deliveryValues({ ...receiver, kind: 'post' }, guide), { deliveryWay: 'b', deliveryAddress: '花都区新华街示例路1号' })
  assert.deepEqual(deliveryValues({ ...receiver, kind: 'window' }, guide), { deliveryWay: 'c' })
})

test('the way is known by its words, not by its place among the options', () => {
  assert.deepEqual(deliveryValues({ ...receiver, kind: 'window' }, withOptions('窗口领取', '邮寄', '电子送达')), { deliveryWay: 'way-0' })
})

test('a form whose options do not have every way of the item asks for itself', () => {
  const other = withOptions('电子送达', '送到家里')
  assert.equal(followsDelivery(fieldOf(other, 'deliveryWay'), other), false)
  assert.deepEqual(deliveryValues({ ...receiver, kind: 'electronic' }, other), {})
})
