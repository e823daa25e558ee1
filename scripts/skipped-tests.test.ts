import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wronglySkipped } from './skipped-tests.ts'

const journey = { name: 'the portal in a browser', reason: 'no Chromium on this machine: npm test says how to install one' }
const validity = { name: 'every page is valid HTML', reason: 'no Java on this machine' }

test('where the tests decide whether work is taken, a journey without a browser fails; what needs Java may be left out', () => {
  assert.deepEqual(wronglySkipped([journey, validity], { CI: 'true' }), [journey])
  assert.deepEqual(wronglySkipped([validity], { CI: '1' }), [])
})

test('at a desk, and where somebody says that there is no browser, journeys may be left out', () => {
  for (const env of [{}, { CI: 'false' }, { CI: '' }, { CI: '1', YIMEN_TEST_WITHOUT_BROWSER: '1' }]) assert.deepEqual(wronglySkipped([journey], env), [])
})
