import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settableClock } from '#kernel/time/clock-source.ts'
import { createClockGuard } from './clock-guard.ts'

const noon = new Date('2026-09-07T12:00:00+08:00')

function anOffice() {
  const clock = settableClock(noon)
  let elapsed = 0
  let asked = 0
  let away = false
  const guard = createClockGuard({
    clock,
    monotonic: () => elapsed,
    databaseNow: async () => {
      asked += 1
      if (away) throw new Error('away')
      return new Date(noon.getTime() + elapsed)
    },
  })
  const pass = (milliseconds: number): void => {
    elapsed += milliseconds
    clock.advance(milliseconds)
  }
  return { clock, guard, pass, asked: () => asked, goAway: () => (away = true) }
}

test('a clock that is ten days ahead or an hour behind stops what writes, and the right one lets it go on', async () => {
  const { clock, guard } = anOffice()
  await guard.mustBeRight()
  for (const wrongByMs of [10 * 86_400_000, -3_600_000]) {
    clock.advance(wrongByMs)
    await assert.rejects(guard.mustBeRight(), { code: 'contract.clock-wrong', details: { skewSeconds: wrongByMs / 1000 } })
    clock.advance(-wrongByMs)
    await guard.mustBeRight()
  }
})

test('a minute apart is borne, a second more is not', async () => {
  const { clock, guard } = anOffice()
  clock.advance(60_000)
  await guard.mustBeRight()
  clock.advance(1_001)
  await assert.rejects(guard.mustBeRight(), { code: 'contract.clock-wrong' })
})

test('the database is asked every five seconds at most while nobody sets the clock', async () => {
  const { guard, pass, asked } = anOffice()
  for (let second = 0; second < 11; second++) {
    await guard.mustBeRight()
    pass(1_000)
  }
  assert.equal(asked(), 2)
})

test('a database that is away does not make a right clock wrong, nor a wrong one right', async () => {
  const { clock, guard, pass, goAway } = anOffice()
  await guard.mustBeRight()
  clock.advance(86_400_000)
  await assert.rejects(guard.mustBeRight(), { code: 'contract.clock-wrong' })
  goAway()
  pass(6_000)
  await assert.rejects(guard.mustBeRight(), { code: 'contract.clock-wrong' })
})
