import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { arm, resume, satisfy, stop, type Timer } from '#kernel/time/timer.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openMatter, recordStep } from './record.ts'

const office = await openTestOffice({ with: 'empty', now: new Date('2025-06-09T00:00:00+08:00') })
after(() => office.close())
const supervisor: StaffCaller = { kind: 'staff', id: 'HD0002', name: '督查员', unitId: 'office', roles: [{ role: 'supervisor', unitId: 'office' }] }
const item = '019d2f3e-8a00-7000-8000-000000000001'
const dayMs = 86_400_000

function at(text: string): Date {
  return new Date(`${text}T00:00:00+08:00`)
}

/** An errand of a unit that is tested for two days and then done, from Monday to the next Monday. */
async function errand(number: string, unitId: string): Promise<void> {
  const party = { kind: 'unit', id: unitId } as const
  const armed = must(arm({ id: newId<'timer'>(at('2025-06-09').getTime()), purpose: 'legal', name: 'n', budget: { value: 20, unit: 'WORKING_DAY' }, anchorAt: at('2025-06-09'), party }))
  const stopped = must(stop(armed, office.app.services.calendar, { at: at('2025-06-11'), cause: 'testing', party: { kind: 'intermediary' } }))
  const done: Timer = must(satisfy(must(resume(stopped, { at: at('2025-06-13'), party })), at('2025-06-16')))
  await office.app.db.transaction().execute(async (tx) => {
    const opened = { id: newId<'matter'>(at('2025-06-09').getTime()), number, kind: 'errand', regionCode: '440114', subjectId: null, itemVersionId: item, leadUnitId: unitId, channel: 'window' }
    const asked = await openMatter(testCtx(office.app, tx, { now: at('2025-06-09') }), opened, { command: 'ask', to: 'asked', timers: [armed] })
    const held = await recordStep(testCtx(office.app, tx, { now: at('2025-06-09') }), errandLifecycle, asked, { command: 'takeUp', to: 'inHand' })
    await recordStep(testCtx(office.app, tx, { now: at('2025-06-16') }), errandLifecycle, held, { command: 'finish', to: 'done', timers: [done] })
  })
}

test('the time of a unit, and of an item over all its units, is summed by party and adds up to the wall time', async () => {
  await errand('A1', 'u')
  await errand('A2', 'u')
  await errand('A3', 'v')
  office.clock.set(at('2025-07-01'))
  const period = { from: '2025-06-01', to: '2025-06-30' } as const
  const unit = await office.call('kernel.get-attribution', supervisor, { unitId: 'u', ...period })
  assert.deepEqual([unit.matters, unit.wallMs / dayMs], [2, 14])
  assert.deepEqual(unit.shares, [{ party: { kind: 'unit', id: 'u' }, ms: 6 * dayMs }, { party: { kind: 'intermediary' }, ms: 4 * dayMs }, { party: { kind: 'nobody' }, ms: 4 * dayMs }])
  const whole = await office.call('kernel.get-attribution', supervisor, { itemVersionId: item, ...period })
  assert.deepEqual([whole.matters, whole.wallMs / dayMs], [3, 21])
  assert.equal(whole.shares.reduce((sum, { ms }) => sum + ms, 0), whole.wallMs)
  assert.equal((await office.call('kernel.get-attribution', supervisor, { unitId: 'u', from: '2025-06-10', to: '2025-06-30' })).matters, 0)
  await assert.rejects(office.call('kernel.get-attribution', supervisor, period), Refusal)
})
