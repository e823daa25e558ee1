import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { rolesOf } from '#kernel/access/caller.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { demoTokens } from './demo-tokens.ts'
import { loadDemoCity } from './load-demo-city.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

test('the demo city hands out a token for each role, and each acts in that role', async () => {
  const tokens = await demoTokens(office.app)
  for (const { role, token } of tokens) {
    const caller = await findCaller(office.database.db, token, office.clock.now())
    assert.ok(rolesOf(caller).has(role === 'agent' ? 'person' : role), role)
  }
  assert.equal(new Set(tokens.map(({ token }) => token)).size, tokens.length)
  assert.deepEqual(tokens.map(({ role }) => role).slice(-2), ['person', 'agent'])
})

test('loading the city a second time adds nothing', async () => {
  const count = async () => (await office.database.pool.query('SELECT (SELECT count(*) FROM subjects) AS subjects, (SELECT count(*) FROM agent_authorisations) AS authorisations')).rows[0] as unknown
  await loadDemoCity(office.app)
  assert.deepEqual(await count(), { subjects: 32, authorisations: 2 })
})
