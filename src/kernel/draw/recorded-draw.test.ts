import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { runErrand, testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { recordedDraw, type RecordedDraw } from './recorded-draw.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const candidates = ['HD0001', 'HD0002', 'HD0003', 'HD0004', 'HD0005']
const exclude = [{ candidate: 'HD0003', reason: 'recusal' }]
let matterId = ''
before(async () => {
  matterId = (await runErrand(office.app, 'E-1')).id
})

const draw = (count: number): Promise<RecordedDraw> =>
  office.app.db.transaction().execute((tx) => recordedDraw(testCtx(office.app, tx), { matterId, purpose: 'errands.dispatch', candidates, count, exclude }))

test('M-06 anyone may replay a kept draw from its transcript and gets the same selection', async () => {
  const drawn = await draw(2)
  assert.equal(drawn.selected.length, 2)
  assert.ok(!drawn.selected.includes('HD0003'))
  const shown = await office.call('kernel.replay-draw', anonymous, { id: drawn.drawId })
  assert.equal(shown.replays, true)
  assert.deepEqual(shown.transcript.selected, drawn.selected)
  assert.deepEqual(shown.transcript.candidates, candidates)
  assert.deepEqual(shown.transcript.exclude, exclude)
  assert.equal(shown.transcriptDigest, drawn.transcriptDigest)
})

test('M-06 a draw whose selection, list or seed was changed afterwards does not replay', async () => {
  const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 1, asApplication: false })
  try {
    for (const [path, value, difference] of [
      ['{selected}', '["HD0003", "HD0001"]', 'selection'],
      ['{candidates,0}', '"HD0009"', 'draw.other-candidates'],
      ['{seed}', `"${'00'.repeat(32)}"`, 'draw.other-seed'],
      ['{commitment,seedDigest}', `"${'00'.repeat(32)}"`, 'commitment'],
    ]) {
      const drawn = await draw(2)
      await owner.pool.query('UPDATE draws SET transcript = jsonb_set(transcript, $2::text[], $3::jsonb) WHERE id = $1', [drawn.drawId, path, value])
      const shown = await office.call('kernel.replay-draw', anonymous, { id: drawn.drawId })
      assert.deepEqual([shown.replays, shown.difference], [false, difference])
      assert.notEqual(shown.transcriptDigest, drawn.transcriptDigest)
    }
  } finally {
    await owner.close()
  }
})

test('a draw of more than are eligible is refused and leaves nothing behind', async () => {
  const count = async (): Promise<unknown> => (await office.database.pool.query('SELECT count(*) FROM draws')).rows[0]
  const earlier = await count()
  await assert.rejects(draw(5), (error) => error instanceof Refusal && error.code === 'draw.too-few-eligible')
  assert.deepEqual(await count(), earlier)
})
