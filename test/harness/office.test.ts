import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { openTestOffice } from './office.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

test('T-08 five working days after 9 February 2018 end on 22 February', async () => {
  assert.deepEqual(await office.call('kernel.add-to-date', anonymous, { date: '2018-02-09', days: 5 }), { date: '2018-02-22' })
})

test('the application user may not change or remove what stands in the ledger', async () => {
  for (const act of ['UPDATE matter_events SET actor = actor', 'DELETE FROM matter_events', 'TRUNCATE matter_events', 'UPDATE access_log SET act = act', 'DELETE FROM checkpoints', 'DELETE FROM ledger_leaves', 'UPDATE documents SET number = number', 'DELETE FROM draws']) {
    await assert.rejects(office.database.pool.query(act), /permission denied/)
  }
})
