import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ScenarioAnswers } from '../schema/scenario.ts'
import { readShippedCatalogue } from '../shipped.ts'
import { materialsFor } from './checklist.ts'
import type { OfficeKnowledge } from './checklist.ts'
import { shownLimits } from './shown-limit.ts'

const { items } = readShippedCatalogue(join(import.meta.dirname, '../../../../data/catalogue'))
const food = items.find((item) => item.itemKey === 'sc-05')
assert.ok(food)

const restaurant: ScenarioAnswers = { handling: ['new'], 'applicant-kind': ['person'], 'business-form': ['catering'], online: ['yes'], 'cold-or-raw': ['neither'] }
const nothingKnown: OfficeKnowledge = { certificatesHeld: [], askedInVain: [], verifiedMaterials: [] }

function lines(answers: ScenarioAnswers, knowledge: Partial<OfficeKnowledge> = {}) {
  assert.ok(food)
  return materialsFor(food, answers, { ...nothingKnown, ...knowledge })
}

function toBring(answers: ScenarioAnswers, knowledge: Partial<OfficeKnowledge> = {}): readonly string[] {
  return lines(answers, knowledge)
    .filter((line) => line.status === 'REQUIRED')
    .map((line) => line.material.name)
}

test('I-13 a restaurant brings three papers; licence, identity card, health checks and the form are not asked for', () => {
  assert.deepEqual(toBring(restaurant), ['经营场所布局和操作流程图', '食品安全规章制度目录', '主要设备设施清单'])
  const exempt = lines(restaurant)
    .filter((line) => line.status === 'EXEMPT')
    .map((line) => [line.material.name, line.reason])
  assert.deepEqual(exempt, [
    ['食品经营许可申请书', 'ONLINE_FORM'],
    ['营业执照', 'WILL_BE_FETCHED'],
    ['从业人员健康证明', 'WILL_BE_FETCHED'],
    ['食品安全总监或安全员信息', 'ONLINE_FORM'],
    ['负责人身份证', 'WILL_BE_FETCHED'],
  ])
})

test('cold dishes add the plan of the special room', () => {
  assert.ok(toBring({ ...restaurant, 'cold-or-raw': ['cold'] }).includes('专间（专用操作区）平面图'))
  assert.ok(!toBring(restaurant).includes('专间（专用操作区）平面图'))
})

test('giving a licence up needs no paper at all', () => {
  assert.deepEqual(toBring({ handling: ['cancel'], 'applicant-kind': ['person'] }), [])
})

test('a certificate at hand is shown as held', () => {
  const licence = lines(restaurant, { certificatesHeld: ['business-licence'] }).find((line) => line.material.name === '营业执照')
  assert.deepEqual([licence?.status, licence?.reason, licence?.source], ['EXEMPT', 'CERTIFICATE_HELD', 'business-licence'])
})

test('what sharing was asked for in vain must be brought, and comes before the exempt papers', () => {
  const asked = lines(restaurant, { askedInVain: ['health-checks'] })
  const health = asked.find((line) => line.material.name === '从业人员健康证明')
  assert.deepEqual([health?.status, health?.reason], ['REQUIRED', 'FOUND_NOWHERE'])
  const firstExempt = asked.findIndex((line) => line.status === 'EXEMPT')
  assert.ok(asked.slice(firstExempt).every((line) => line.status === 'EXEMPT'))
})

test('a paper that was checked in an earlier case is not asked for again', () => {
  assert.ok(!toBring(restaurant, { verifiedMaterials: ['经营场所布局和操作流程图'] }).includes('经营场所布局和操作流程图'))
})

test('the list of rules may follow later, the layout may not', () => {
  const mayFollow = lines(restaurant)
    .filter((line) => line.mayFollow)
    .map((line) => line.material.name)
  assert.deepEqual(mayFollow, ['食品安全规章制度目录', '主要设备设施清单'])
})

test('a pledge stands in for a paper only where the item allows pledges', () => {
  assert.ok(food)
  assert.ok(lines(restaurant).some((line) => line.mayPledge))
  assert.ok(materialsFor({ ...food, pledgeApproval: false }, restaurant).every((line) => !line.mayPledge))
})

test('a limit that was not read in a law is never shown as the law', () => {
  assert.ok(food)
  assert.deepEqual(shownLimits(food).statutory, null)
  assert.deepEqual(shownLimits(food).unverified, { value: 10, unit: 'WORKING_DAY' })
  const sourced = { ...food, marks: { ...food.marks, statutoryLimit: 'sourced' as const } }
  assert.deepEqual(shownLimits(sourced), { promised: { value: 5, unit: 'WORKING_DAY' }, statutory: { value: 10, unit: 'WORKING_DAY' }, unverified: null })
})
