import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { judgeFigures } from '#test/oracle/judge-figures.ts'
import { judges } from '#test/oracle/judges.ts'
import { livedOffice } from '#test/oracle/lived-office.ts'
import { getProfile } from './profiles.ts'

// One Monday of the whole district, as busy as S004 had it.
const day = { from: '2018-03-12', to: '2018-03-12' } as const
const { office, lived } = await livedOffice({ profile: getProfile('huadu-2018'), ...day })
after(() => office.close())

test('on a busy day the whole district is at work', () => {
  assert.ok((lived.begun['cases'] ?? 0) > 200 && (lived.begun['orders'] ?? 0) > 150, JSON.stringify(lived.begun))
  assert.equal(lived.overtaken, 0)
})

for (const [says, judge] of Object.entries(judges)) test(`over a day: ${says}`, async () => assert.deepEqual(await judge(office), []))

test('over a day: every figure equals its list, whole and as of noon', async () => {
  for (const changes of [{}, { asOf: '2018-03-12T12:00:00+08:00' }]) assert.deepEqual(await judgeFigures(office, { ...day, ...changes }), [])
})
