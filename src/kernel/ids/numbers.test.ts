import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must, type Verdict } from '#kernel/errors/refusal.ts'
import { caseNumber, parseCaseNumber } from './case-number.ts'
import { certificateIdentifier, parseCertificateIdentifier } from './certificate-identifier.ts'
import { handlingItemCode, implementCode, parseHandlingItemCode, parseImplementCode } from './item-codes.ts'
import { checkProjectCode } from './project-code.ts'

const reason = (verdict: Verdict<unknown>) => (verdict.ok ? 'accepted' : verdict.refusal.code)
const item = '12441500196720244T3442199806003'
const itemCode = must(parseImplementCode(item)).code

test('I-01 a live implement code comes apart into body, level and basic code, and goes together again', () => {
  const { creditCode, level, basicCode } = must(parseImplementCode('11370800MB285591843370117002011'))
  assert.deepEqual({ creditCode, level, basicCode }, { creditCode: '11370800MB28559184', level: 3, basicCode: '370117002011' })
  assert.equal(must(implementCode({ creditCode, level, basicCode })), '11370800MB285591843370117002011')
})

test('I-01 an implement code is refused for its length, its body, its level or its basic code', () => {
  assert.equal(reason(parseImplementCode(item.slice(1))), 'ids.implement-code-length')
  assert.equal(reason(parseImplementCode('1'.repeat(10_000))), 'ids.implement-code-length')
  assert.equal(reason(parseImplementCode(item.replace('T', 'U'))), 'ids.credit-code-check-digit')
  for (const level of ['0', '7', 'A', ' ', '３']) assert.equal(reason(parseImplementCode(item.replace('T3', `T${level}`))), 'ids.implement-code-level')
  assert.equal(reason(parseImplementCode(`${item.slice(0, -1)}A`)), 'ids.implement-code-basic-code')
  assert.equal(reason(implementCode({ creditCode: item.slice(0, 18), level: 2.5, basicCode: '442199806003' })), 'ids.implement-code-level')
})

test('I-03 a handling item code is the implement code and two digits', () => {
  assert.equal(must(handlingItemCode(itemCode, 7)), `${item}07`)
  const { sequence, implementCode: parent } = must(parseHandlingItemCode(`${item}07`))
  assert.deepEqual({ sequence, parent }, { sequence: 7, parent: itemCode })
  for (const sequence of [-1, 100, 1.5, Number.NaN]) assert.equal(reason(handlingItemCode(itemCode, sequence)), 'ids.handling-item-code-sequence')
  assert.equal(reason(parseHandlingItemCode(`${item}A1`)), 'ids.handling-item-code-sequence')
  assert.equal(reason(parseHandlingItemCode(item)), 'ids.handling-item-code-length')
})

test('I-04 the live case number is built from item, day and sequence and comes apart again', () => {
  const live = `${item}202206230068`
  assert.equal(must(caseNumber({ itemCode, appliedOn: '2022-06-23', sequence: 68 })), live)
  const { number, ...parts } = must(parseCaseNumber(live))
  assert.equal(number, live)
  assert.deepEqual(parts, { itemCode, appliedOn: '2022-06-23', sequence: 68 })
})

test('I-04 every case number that is built is read back, with and without a handling item, and fits in 50 characters', () => {
  const codes = fc.option(fc.nat(99), { nil: undefined }).map((n) => (n === undefined ? itemCode : must(handlingItemCode(itemCode, n))))
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(codes, days, fc.integer({ min: 1, max: 9999 }), (code, appliedOn, sequence) => {
      const built = must(caseNumber({ itemCode: code, appliedOn, sequence }))
      const { number, ...parts } = must(parseCaseNumber(built))
      assert.ok(number.length <= 50)
      assert.deepEqual(parts, { itemCode: code, appliedOn, sequence })
    }),
  )
})

test('I-04 the 10,000th application of a day gets no number', () => {
  assert.equal(reason(caseNumber({ itemCode, appliedOn: '2022-06-23', sequence: 9999 })), 'accepted')
  assert.equal(reason(caseNumber({ itemCode, appliedOn: '2022-06-23', sequence: 10_000 })), 'ids.case-number-sequence-used-up')
})

test('I-04 a case number is refused for its length, its item, its day or its sequence', () => {
  for (const text of ['', `${item}20220623`, '1'.repeat(10_000)]) assert.equal(reason(parseCaseNumber(text)), 'ids.case-number-length')
  assert.equal(reason(parseCaseNumber(`${item.replace('T', 'U')}202206230068`)), 'ids.credit-code-check-digit')
  for (const day of ['20220631', '20230229', '2022AB23', '2022-6-3']) assert.equal(reason(parseCaseNumber(`${item}${day}0068`)), 'ids.case-number-date')
  for (const sequence of ['0000', '00A1', '-001']) assert.equal(reason(parseCaseNumber(`${item}20220623${sequence}`)), 'ids.case-number-sequence')
  for (const appliedOn of ['2022-6-23', '20220623', '2022-02-30', '']) assert.equal(reason(caseNumber({ itemCode, appliedOn, sequence: 1 })), 'ids.case-number-date')
})

const live = [
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
]

test('D-03 two live certificate identifiers come apart and go together again', () => {
  for (const identifier of live) assert.equal(must(certificateIdentifier(must(parseCertificateIdentifier(identifier)))), identifier)
  const { type, issuer, serial, version } = must(parseCertificateIdentifier(live[1] ?? ''))
  assert.deepEqual({ type, issuer, serial, version }, { type: '11100000MB03271699022', issuer: '340100', serial: '000000016', version: 1 })
})

test('D-03 a certificate identifier is refused for its shape, type, issuer or check character', () => {
  const refusedFor = (change: (text: string) => string) => reason(parseCertificateIdentifier(change(live[0] ?? '')))
  assert.equal(refusedFor((text) => text.replace(/U$/, 'V')), 'ids.certificate-identifier-check-character')
  assert.equal(refusedFor((text) => text.replace('0403', '0404')), 'ids.certificate-identifier-check-character')
  assert.equal(refusedFor((text) => text.replace('13338W', '13339W')), 'ids.certificate-identifier-type')
  assert.equal(refusedFor((text) => text.replace('122244L', '122245L')), 'ids.certificate-identifier-issuer')
  for (const change of [(t: string) => t.slice(2), (t: string) => `${t}.1`, (t: string) => t.replace('.001.', '.1.'), (t: string) => t.replace('.001.', '.000.'), (t: string) => t.repeat(200), () => '', () => '.'.repeat(10_000)]) {
    assert.equal(refusedFor(change), 'ids.certificate-identifier-shape')
  }
  for (const version of [0, 1000, 1.5]) {
    assert.equal(reason(certificateIdentifier({ type: '11100000MB03271699022', issuer: '340100', serial: '1', version })), 'ids.certificate-identifier-shape')
  }
})

test('P-01 a project code has five segments and, since November 2020, a month in the first', () => {
  for (const code of ['2101-440114-04-01-123456', '2011-440114-04-01-123456', '2412-440114-04-01-123456', '2017-440114-48-03-012345']) {
    assert.equal(reason(checkProjectCode(code)), 'accepted', code)
  }
  for (const code of ['2113-440114-04-01-123456', '2100-440114-04-01-123456', '1912-440114-04-01-123456']) assert.equal(reason(checkProjectCode(code)), 'ids.project-code-month', code)
  for (const code of ['2101-44011-404-01-123456', '2101_440114_04_01_123456', '２101-440114-04-01-123456', '2101-440114-04-01-12345\n']) assert.equal(reason(checkProjectCode(code)), 'ids.project-code-shape', code)
  for (const code of ['', '2101-440114-04-01-12345', '1'.repeat(10_000)]) assert.equal(reason(checkProjectCode(code)), 'ids.project-code-length')
})
