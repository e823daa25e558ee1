import assert from 'node:assert/strict'
import { test } from 'node:test'
import { targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import { eventLifecycle, type EventState } from '../lifecycle.ts'
import { coverageOf } from './coverage.ts'
import { checkPart, checkShelving, checkVerification } from './handling.ts'
import { withoutPosition } from './jpeg.ts'
import { checkDispatchLevel, levelAbove } from './levels.ts'

const codeOf = (verdict: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => (verdict.ok ? 'fine' : (verdict.refusal?.code ?? ''))

test('G-07 no command skips a step: each leads at most one step further in the order of the seven', () => {
  const order: readonly EventState[] = ['reported', 'registered', 'dispatched', 'disposing', 'fedBack', 'verified', 'concluded', 'evaluated']
  for (const [command, rule] of Object.entries(eventLifecycle.commands)) {
    for (const from of rule.from) for (const to of targetsFrom(rule, from)) if (order.includes(from) && order.includes(to)) assert.ok(order.indexOf(to) - order.indexOf(from) <= 1, `${command} from ${from} to ${to}`)
  }
})

test('G-04 escalation goes up one level at a time and ends at the district, dispatch never goes up', () => {
  assert.deepEqual(levelAbove('community'), { ok: true, value: 'town' })
  assert.equal(codeOf(levelAbove('district')), 'grid.highest-level')
  assert.equal(codeOf(checkDispatchLevel('community', 'town')), 'grid.other-level')
  assert.deepEqual(checkDispatchLevel('district', 'town'), { ok: true, value: 'down' })
  assert.deepEqual(checkDispatchLevel('town', 'town'), { ok: true, value: 'same' })
})

test('G-03 a verification is said on the spot and with a photo', () => {
  assert.equal(codeOf(checkVerification({ metresAway: 201, siteRadius: 200, photographed: true })), 'grid.not-on-site')
  assert.equal(codeOf(checkVerification({ metresAway: 200, siteRadius: 200, photographed: false })), 'grid.photo-missing')
  assert.equal(codeOf(checkVerification({ metresAway: 200, siteRadius: 200, photographed: true })), 'fine')
})

test('G-06 only what was extended is shelved, until a day that comes and is not too far', () => {
  const shelving = { extended: true, reviewOn: '2026-10-01', today: '2026-09-07', lastDay: '2026-12-06' }
  assert.equal(codeOf(checkShelving(shelving)), 'fine')
  assert.equal(codeOf(checkShelving({ ...shelving, extended: false })), 'grid.not-extended')
  for (const reviewOn of ['2026-09-07', '2026-12-07']) assert.equal(codeOf(checkShelving({ ...shelving, reviewOn })), 'grid.review-day-wrong')
})

test('who handles an event does not file it, and a centre does not verify it', () => {
  assert.equal(codeOf(checkPart('file', { reaches: ['handler', 'worker'], fedBack: false })), 'grid.not-your-part')
  assert.equal(codeOf(checkPart('verify', { reaches: ['command', 'overview'], fedBack: false })), 'grid.not-your-part')
  assert.equal(codeOf(checkPart('verify', { reaches: ['worker'], fedBack: false })), 'fine')
  assert.equal(codeOf(checkPart('verify', { reaches: ['worker', 'handler'], fedBack: true })), 'grid.not-your-part')
})

test('a patrol is covered by the planned cells that were walked, and by no others', () => {
  assert.deepEqual(coverageOf(['a', 'b', 'c'], ['a', 'a', 'x', null]), { planned: 3, visited: 1 })
})

test('what a camera writes into a photo about place and device is taken out, the picture stays', () => {
  const segment = (marker: number, text: string): number[] => [0xff, marker, 0, text.length + 2, ...Buffer.from(text)]
  const picture = [0xff, 0xda, 1, 2, 3, 0xff, 0xd9]
  const photo = Uint8Array.from([0xff, 0xd8, ...segment(0xe0, 'JFIF'), ...segment(0xe1, 'Exif GPS 23.39'), ...segment(0xfe, 'note'), ...picture])
  assert.deepEqual(withoutPosition(photo), Uint8Array.from([0xff, 0xd8, ...segment(0xe0, 'JFIF'), ...picture]))
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
  assert.equal(withoutPosition(png), png)
  const cut = photo.slice(0, 12)
  assert.deepEqual(withoutPosition(cut), cut)
})
