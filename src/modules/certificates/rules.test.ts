import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { certificateState } from './lifecycle.ts'
import { type CertificateFacts, checkPeriod, faultsOn, mayDemandPaper, mayServe, nextVersion, orderFields } from './rules.ts'

const licence: CertificateFacts = {
  identifier: '1.2.156.3005.2.x', typeKey: 'food-operation-licence', holderId: 'holder', state: '01', version: 1, validFrom: '2026-09-07', validTo: '2031-09-06',
}

function codeOf(verdict: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string {
  return verdict.refusal?.code ?? 'fine'
}

test('D-05 a certificate serves from its first to its last day, both included', () => {
  const days: readonly (readonly [Day, readonly string[]])[] = [
    ['2026-09-06', ['notYetValid']], ['2026-09-07', []], ['2031-09-06', []], ['2031-09-07', ['expired']],
  ]
  for (const [day, faults] of days) assert.deepEqual(faultsOn(licence, day), faults, day)
})

test('D-05 a certificate without an end never expires', () => {
  assert.deepEqual(faultsOn({ ...licence, validTo: null }, '9999-12-31'), [])
})

test('D-05 only state 01 serves; every other state is refused with its code', () => {
  for (const state of Object.values(certificateState)) {
    const verdict = mayServe({ ...licence, state }, { holderId: 'holder', day: '2026-10-01' })
    assert.equal(codeOf(verdict), state === '01' ? 'fine' : 'certificates.not-valid')
    if (!verdict.ok) assert.deepEqual(verdict.refusal.details, { identifier: licence.identifier, reasons: ['state'], state })
  }
})

test('D-05 a certificate past its last day is refused whatever its state says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(certificateState)), fc.integer({ min: 1, max: 20_000 }), (state, late) => {
      const day = addCalendarDays('2031-09-06', late)
      return faultsOn({ ...licence, state }, day).includes('expired') && !mayServe({ ...licence, state }, { holderId: 'holder', day }).ok
    }),
  )
})

test('D-05 nobody uses the certificate of somebody else, and the refusal comes before any word about its state', () => {
  assert.equal(codeOf(mayServe({ ...licence, state: '07' }, { holderId: 'stranger', day: '2026-10-01' })), 'certificates.wrong-holder')
})

test('D-07 a renewal takes the next version of the same kind for the same holder', () => {
  assert.deepEqual(nextVersion(licence, licence), { ok: true, value: 2 })
  assert.equal(codeOf(nextVersion(licence, { ...licence, holderId: 'stranger' })), 'certificates.replaces-another')
  assert.equal(codeOf(nextVersion(licence, { ...licence, typeKey: 'business-licence' })), 'certificates.replaces-another')
})

test('D-09 paper is not asked for when a certificate holds, unless the original must be handed in', () => {
  assert.equal(codeOf(mayDemandPaper([], false)), 'fine')
  assert.equal(codeOf(mayDemandPaper([licence], true)), 'fine')
  const verdict = mayDemandPaper([licence], false)
  assert.deepEqual(verdict.ok ? {} : verdict.refusal.details, { identifiers: [licence.identifier] })
})

test('fields stand in the order of their type, and a field that the type does not have is refused by name', () => {
  const ordered = orderFields(['许可证编号', '经营场所'], { 经营场所: '新华街道', 许可证编号: 'JY1' })
  assert.deepEqual(ordered.ok && ordered.value, [{ label: '许可证编号', value: 'JY1' }, { label: '经营场所', value: '新华街道' }])
  const refused = orderFields(['许可证编号'], { 体重: '1' })
  assert.deepEqual(refused.ok ? {} : refused.refusal.details, { labels: ['体重'] })
})

test('a validity that ends before it begins is refused; one day is enough', () => {
  assert.equal(codeOf(checkPeriod('2026-09-08', '2026-09-07')), 'certificates.period-invalid')
  assert.equal(codeOf(checkPeriod('2026-09-07', '2026-09-07')), 'fine')
})
