import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkedIn, defectsIn, type Line, missingProblems, notBroughtIn, offerProblems, offersIn, standardProblems, wayAtFirst } from './checklist.ts'
import { servingCertificates } from '../serving-certificates.ts'
import { deskHref, readDeskAddress } from './desk-address.ts'

function line(key: string, changes: Partial<Line> = {}): Line {
  const material = { key, name: `材料${key}`, kind: 'OTHER', acceptanceStandards: [{ question: '签名了吗？', otherwise: '补签名' }, { question: '盖章了吗？', otherwise: '补盖章' }] }
  return { material: material as unknown as Line['material'], status: 'REQUIRED', reason: 'NEEDED', source: null, mayFollow: false, mayPledge: false, ...changes }
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const lines = [line('m1'), line('m2', { mayFollow: true }), line('m3', { status: 'EXEMPT', reason: 'WILL_BE_FETCHED' })]

test('what the office fetches itself is neither taken in nor checked', () => {
  const form = formOf({ 'way-m1': 'paper', 'way-m2': 'gap', 'way-m3': 'paper', 'standard-m3-0': 'no' })
  assert.deepEqual(offersIn(form, lines, {}), [{ material: 'm1', by: 'paper', copies: 1 }, { material: 'm2', by: 'gap' }])
  assert.deepEqual(defectsIn(form, lines, []), [])
})

test('D-08 a certificate is offered where its type is named, and there it comes first; where none is named, one called alike may be chosen', () => {
  const licence = { identifier: 'c1', typeKey: 'food-operation-licence', typeName: '食品经营许可证', validTo: null }
  const identity = { identifier: 'c2', typeKey: 'identity-card', typeName: '居民身份证', validTo: null }
  const named = line('m1')
  const former: Line = { ...named, material: { ...named.material, name: '身份证明', exempt: { by: 'CERTIFICATE_TYPE', certificateType: 'food-operation-licence' } } }
  const alike: Line = { ...named, material: { ...named.material, name: '居民身份证复印件', exempt: null } }
  const offered = ({ material }: Line) => servingCertificates(material, [licence, identity])
  assert.deepEqual([former, alike, named].map((one) => offered(one).map(({ identifier }) => identifier)), [['c1'], ['c2'], []])
  assert.deepEqual([former, alike, named].map((one) => wayAtFirst(one, offered(one))), ['certificate', 'paper', 'paper'])
  assert.equal(wayAtFirst(former, []), 'paper')
})

test('C-02 every standard answered with 否 stands in the notice, with what the clerk wrote', () => {
  const form = formOf({ 'standard-m1-0': 'no', 'fault-m1-0': '第2页没有签名', 'standard-m1-1': 'yes', 'standard-m2-1': 'no' })
  assert.deepEqual(defectsIn(form, lines, []), [{ material: 'm1', standard: 0, note: '第2页没有签名' }, { material: 'm2', standard: 1, note: '' }])
})

test('C-02 a required material that was not brought stands in the notice as a whole, not standard by standard', () => {
  const form = formOf({ 'way-m1': 'none', 'standard-m1-0': 'no', 'way-m2': 'paper', 'standard-m2-1': 'no', 'fault-m2-1': '没有盖章' })
  assert.deepEqual(defectsIn(form, lines, notBroughtIn(form, lines)), [{ material: 'm1', standard: null }, { material: 'm2', standard: 1, note: '没有盖章' }])
})

test('a required material without a way, and a way without its file or number, are asked for at their own fields', () => {
  const form = formOf({ 'way-m1': 'file', 'way-m2': 'none' })
  assert.deepEqual(offerProblems(form, lines).map(({ id }) => id), ['file-m1'])
  assert.deepEqual(missingProblems(notBroughtIn(form, lines)).map(({ id }) => id), ['way-m2'])
  assert.deepEqual(offerProblems(formOf({ 'way-m1': 'certificate', 'way-m2': 'gap' }), lines).map(({ id }) => id), ['certificate-m1'])
})

test('only what was handed in must meet its standards; a gap or a pledge has nothing to look at yet', () => {
  const form = formOf({ 'way-m1': 'paper', 'standard-m1-0': 'yes', 'way-m2': 'gap' })
  assert.deepEqual(standardProblems(form, lines).map(({ id }) => id), ['standard-m1-1'])
  assert.deepEqual(checkedIn(formOf({ 'way-m1': 'paper', 'standard-m1-0': 'yes', 'standard-m1-1': 'yes' }), lines), ['m1'])
})

test('the address of the desk keeps person, item and answers, and gives the same address back', () => {
  const href = deskHref({ applicant: 'p1', item: 'i1', answers: { kind: ['new'], cold: ['a', 'b'] } })
  const read = readDeskAddress(`http://office.test${href}`)
  assert.deepEqual(read.answers, { kind: ['new'], cold: ['a', 'b'] })
  assert.equal(deskHref(read), href)
})
