import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { caseNumber, parseCaseNumber } from '#kernel/ids/case-number.ts'
import { parseImplementCode } from '#kernel/ids/item-codes.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { readShippedCatalogue } from '../shipped.ts'
import zh from '../locales/zh-CN.json' with { type: 'json' }
import type { LintContext } from './finding.ts'
import { lintItem, mayPublish } from './lint-item.ts'

const catalogue = readShippedCatalogue(join(import.meta.dirname, '../../../../data/catalogue'))
const context: LintContext = { ...catalogue, otherVersions: [] }

function shipped(itemKey: string): ItemVersion {
  const item = catalogue.items.find((one) => one.itemKey === itemKey)
  assert.ok(item, itemKey)
  return item
}

const food = shipped('sc-05')

type Changes = Partial<ItemVersion>

/** What the linter says about the food licence after a change; the unchanged licence is clean. */
function saysOf(changes: Changes, other: Partial<LintContext> = {}): readonly string[] {
  const findings = lintItem({ ...food, ...changes }, { ...context, ...other })
  for (const { code } of findings) assert.ok(code in zh.lint, `no text for ${code}`)
  return findings.map((finding) => `${finding.rule} ${finding.code} ${finding.pointer}`)
}

function withMaterial(changes: Partial<ItemVersion['materials'][number]>): Changes {
  return { materials: food.materials.map((material, at) => (at === 2 ? { ...material, ...changes } : material)) }
}

function withBasis(changes: Partial<ItemVersion['legalBasis'][number]>): Changes {
  return { legalBasis: food.legalBasis.map((basis, at) => (at === 0 ? { ...basis, ...changes } : basis)) }
}

const broken: readonly (readonly [name: string, changes: Changes, says: string, other?: Partial<LintContext>])[] = [
  ['I-01 a basic code has twelve digits', { basicCode: '4401140050' }, 'I-01 basic-code-shape /basicCode'],
  ['I-01 an implement code has thirty-one characters', { implementCode: food.implementCode.slice(1) }, 'I-01 implement-code-length /implementCode'],
  [
    'I-01 the credit code in front must pass its check digit',
    { implementCode: `11440114MB2C00141X${food.implementCode.slice(18)}` },
    'I-01 credit-code-check /implementCode',
  ],
  ['I-01 the nineteenth character is the exercise level', { exerciseLevel: '3' }, 'I-01 level-differs /exerciseLevel'],
  ['I-01 the implement code ends with the basic code', { basicCode: '440114009000' }, 'I-01 basic-code-differs /implementCode'],
  ['I-02 the item type stands in the basic code, else a warning', { itemType: '10' }, 'I-02 type-not-in-code /basicCode'],
  [
    'I-03 a handling item code is the implement code and two digits',
    { handlingItems: [{ code: `${food.implementCode}1`, name: '新办', when: [] }] },
    'I-03 handling-code-shape /handlingItems/0/code',
  ],
  [
    'I-03 a handling item code is unique within the item',
    { handlingItems: [...food.handlingItems, ...food.handlingItems.slice(0, 1)] },
    'I-03 handling-code-twice /handlingItems/5/code',
  ],
  [
    'I-04 a handling code leaves room for the day and the sequence',
    { handlingItems: [{ code: `${food.implementCode}0000000001`, name: '新办', when: [] }] },
    'I-04 case-number-too-long /handlingItems/0/code',
  ],
  ['I-05 a promise may not exceed the legal limit', { promisedLimit: { value: 11, unit: 'WORKING_DAY' } }, 'I-05 promise-exceeds-law /promisedLimit'],
  [
    'I-05 a promise in another unit that is certainly longer is warned about',
    { promisedLimit: { value: 2, unit: 'MONTH' } },
    'I-05 promise-probably-exceeds-law /promisedLimit',
  ],
  ['I-06 an instant item promises nought', { handlingKind: 'INSTANT' }, 'I-06 instant-with-promise /promisedLimit'],
  ['I-06 a promised item promises at least one', { promisedLimit: { value: 0, unit: 'WORKING_DAY' } }, 'I-06 promised-without-promise /promisedLimit'],
  ['I-07 a fully online item needs no visit', { maxVisits: 1, visitReason: '现场拍照' }, 'I-07 fully-online-with-visit /maxVisits'],
  ['I-07 a visit needs its reason', { onlineDepth: 3, maxVisits: 1 }, 'I-07 visit-without-reason /visitReason'],
  ['I-07 no visit and no online way needs the post', { channels: ['WINDOW'], postalAllowed: false }, 'I-07 no-visit-without-post /postalAllowed'],
  ['I-08 a fee needs basis and fee item', { feeCharged: true, feeBasis: null }, 'I-08 fee-without-basis /feeBasis'],
  ['I-08 a fee needs a fee item', { feeCharged: true }, 'I-08 fee-without-item /fees'],
  ['I-08 no fee, no online payment', { onlinePayment: true }, 'I-08 payment-without-fee /onlinePayment'],
  ['I-09 asking and complaining are two telephones', { complaintPhone: food.consultPhone }, 'I-09 same-phone /complaintPhone'],
  ['I-09 both telephones are given', { consultPhone: null }, 'I-09 no-consult-phone /consultPhone'],
  ['I-10 a named result shows its sample', { result: { ...food.result, sample: null } }, 'I-10 result-without-sample /result/sample'],
  ['I-10 a certificate is linked to a certificate type', { result: { ...food.result, certificateType: null } }, 'I-10 certificate-without-type /result/certificateType'],
  [
    'I-10 what a certificate shows is asked in the form or in a question',
    { result: { ...food.result, sample: { fields: [{ label: '经营场所', example: '', from: ['经营场所地址', '没有这一栏'] }] } } },
    'I-10 sample-source-unknown /result/sample/fields/0/from',
  ],
  ['I-10 a result named 证 is closed by issuing a certificate', { result: { ...food.result, closingKind: 'CLOSED' } }, 'I-10 closing-kind-differs /result/closingKind'],
  ['I-11 a permit has a frequent question', { faq: [] }, 'I-11 permit-without-faq /faq'],
  ['I-11 a permit has all five steps', { route: { steps: food.route.steps.filter((step) => step.kind !== 'DELIVER') } }, 'I-11 permit-without-step /route/steps'],
  [
    'I-11 the five steps stand in their order',
    { route: { steps: food.route.steps.map((step) => (step.kind === 'DELIVER' ? { ...step, order: 1 } : step)) } },
    'I-11 steps-out-of-order /route/steps',
  ],
  ['I-12 其他材料 is not a material', withMaterial({ name: '其他材料' }), 'I-12 catch-all-material /materials/2/name'],
  ['I-12 法律法规规定的其他文件 is not a material', withMaterial({ name: '法律法规规定的其他文件' }), 'I-12 catch-all-material /materials/2/name'],
  ['I-13 a material that sharing yields is marked 免提交', withMaterial({ name: '营业执照' }), 'I-13 shared-not-exempt /materials/2/exempt'],
  ['I-13 an exempt material is not demanded', withMaterial({ exempt: { by: 'ONLINE_FORM' }, necessity: 'REQUIRED' }), 'I-13 exempt-but-required /materials/2/necessity'],
  [
    'I-13 an exemption names a source that exists',
    withMaterial({ exempt: { by: 'SHARED_RESOURCE', resource: 'nowhere' }, necessity: 'OPTIONAL' }),
    'I-13 exempt-from-nowhere /materials/2/exempt',
  ],
  ['I-14 two published versions may not apply on one day', { version: 2 }, 'I-14 versions-overlap /effectiveFrom', { otherVersions: [food] }],
  ['I-15 a cancelled item says from which day', { state: 'CANCELLED' }, 'I-15 cancelled-without-day /effectiveTo'],
  [
    'I-15 nothing is published after the cancellation',
    { version: 2 },
    'I-15 published-after-cancellation /effectiveTo',
    { otherVersions: [{ ...food, state: 'CANCELLED', effectiveTo: '2026-03-01' }] },
  ],
  [
    'I-16 a permit outside the permit list cannot be published',
    {},
    'I-16 permit-not-listed /basicCode',
    { permitList: catalogue.permitList.filter((entry) => entry.basicCode !== food.basicCode) },
  ],
  ['I-17 a proof outside the list of proof items is refused', withMaterial({ name: '邻居同意开店证明' }), 'I-17 proof-not-listed /materials/2/name'],
  ['I-18 a normative document cannot set a permit', withBasis({ kind: 'normativeDocument' }), 'I-18 basis-too-low /legalBasis/0/kind'],
  [
    'I-18 a provincial rule sets a permit for one year only',
    withBasis({ kind: 'provincialRule', inForceFrom: '2023-01-01' }),
    'I-18 provincial-rule-lapsed /legalBasis/0/inForceFrom',
  ],
  ['I-18 a permit needs a basis that sets it', withBasis({ role: 'DETAIL' }), 'I-18 no-setting-basis /legalBasis'],
  ['a condition asks a question that exists', withMaterial({ when: [{ question: 'handling', anyOf: ['sell'] }] }), 'REF unknown-answer /materials/2/when'],
  ['keys are unique within a list', withMaterial({ key: 'm1' }), 'REF key-twice /materials'],
]

for (const [name, changes, says, other] of broken) {
  test(name, () => {
    assert.deepEqual(saysOf({}), [])
    assert.ok(saysOf(changes, other).includes(says), `expected ${says}, got ${saysOf(changes, other).join('; ')}`)
  })
}

test('I-02 a code of a province with its own types only warns and does not stop publishing', () => {
  const basicCode = '449914005000'
  const version: ItemVersion = {
    ...food,
    basicCode,
    implementCode: food.implementCode.slice(0, 19) + basicCode,
    handlingItems: [{ code: `${food.implementCode.slice(0, 19)}${basicCode}01`, name: '新办', when: [] }],
  }
  const listed = { ...context, permitList: [{ basicCode, name: food.name, department: food.department }] }
  assert.deepEqual(
    lintItem(version, listed).map((finding) => [finding.rule, finding.severity]),
    [['I-02', 'warn']],
  )
  assert.equal(mayPublish(version, listed).ok, true)
})

test('I-04 case numbers of a shipped item are built from its codes and read back', () => {
  const { code } = must(parseImplementCode(food.implementCode))
  const number = must(caseNumber({ itemCode: code, appliedOn: '2026-09-29', sequence: 68 }))
  assert.equal(number, `${food.implementCode}202609290068`)
  assert.equal(must(parseCaseNumber(number)).sequence, 68)
})

test('I-05 a promise equal to the legal limit is allowed, and without a legal limit any promise is', () => {
  assert.deepEqual(saysOf({ promisedLimit: { value: 10, unit: 'WORKING_DAY' } }), [])
  assert.deepEqual(saysOf({ statutoryLimit: null, promisedLimit: { value: 90, unit: 'WORKING_DAY' } }), [])
})

test('I-14 a version that starts on the day its predecessor ends does not overlap', () => {
  const otherVersions: readonly ItemVersion[] = [{ ...food, effectiveTo: '2026-07-01' }]
  assert.deepEqual(saysOf({ version: 2, effectiveFrom: '2026-07-01' }, { otherVersions }), [])
})

test('I-18 a provincial rule less than a year old still sets a permit', () => {
  assert.deepEqual(saysOf(withBasis({ kind: 'provincialRule', inForceFrom: '2023-01-02' })), [])
})

test('an item with an error cannot be published and the refusal names rule and place', () => {
  const verdict = mayPublish({ ...food, consultPhone: null }, context)
  assert.ok(!verdict.ok)
  assert.equal(verdict.refusal.code, 'catalogue.item-unfit')
  assert.deepEqual(verdict.refusal.fields, [{ pointer: '/consultPhone', code: 'catalogue.lint.no-consult-phone' }])
})
