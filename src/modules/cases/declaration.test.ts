import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import { clerk, personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase, caseAs, eventOf, foodApplication } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { declarationWords } from './declaration.ts'
import { declarationInForce } from './rules/declaration.ts'
import versions from './locales/declarations.zh-CN.json' with { type: 'json' }

const office = await openTestOffice()
after(() => office.close())
const person = await personCaller(office, 'zhang-xiaomei')
const window = await clerk(office)

/** All that a document of a case says, as one text. */
async function wordsIn(number: string, kind: string): Promise<string> {
  const { documents } = await caseAs(office, window, number)
  const documentId = documents.find((one) => one.kind === kind)?.id ?? assert.fail(`no ${kind}`)
  const { blocks } = await office.call('cases.get-document-words', window, { number, documentId })
  return blocks.map((block) => ('text' in block ? block.text : '')).join('\n')
}

test('nobody files without declaring that it is true, nor in words that are not in force', async () => {
  const { declaration: _, ...silent } = foodApplication()
  await assert.rejects(office.call('cases.submit-case', person, silent as ReturnType<typeof foodApplication>), { code: 'contract.invalid-input' })
  await assert.rejects(office.call('cases.submit-case', person, foodApplication({ declaration: { declared: true, version: declarationInForce + 1 } })), { code: 'cases.declaration-outdated' })
})

test('the words in force can be read by anybody before he files, and name their version', async () => {
  assert.deepEqual(await office.call('cases.get-declaration', person, {}), { version: declarationInForce, text: declarationWords(declarationInForce) })
})

test('words that somebody has declared are never changed: new words are a new version', () => {
  const hashes = Object.fromEntries(Object.entries(versions).map(([version, words]) => [version, sm3Hex(words)]))
  assert.deepEqual(hashes, { 1: 'd22ea5f02241ee85ab72d94ed2932c36c125c86f6d32492ceec166005358187f' })
})

test('the case keeps who declared which words and when; colleagues see the name masked', async () => {
  const { number } = await aSubmittedCase(office)
  const { declaration, submittedAt } = await caseAs(office, person, number)
  assert.deepEqual(declaration, { version: 1, text: versions[1], name: '张晓梅', at: submittedAt, takenBy: null })
  assert.equal((await caseAs(office, window, number)).declaration?.name, '张**')
})

test('the ledger proves which words were declared and names nobody; the rest lies sealed', async () => {
  const { number } = await aSubmittedCase(office)
  const { detail } = await eventOf(office, number, 'submit')
  assert.deepEqual(detail['declaration'], { version: 1, wordsHash: sm3Hex(versions[1]) })
  const { rows } = await office.database.pool.query<{ box: Buffer }>('SELECT c.sealed_declaration AS box FROM cases c JOIN matters m ON m.id = c.id WHERE m.number = $1', [number])
  assert.ok(rows[0])
  assert.doesNotMatch(rows[0].box.toString('utf8'), /张晓梅|version/)
})

test('the receipt hands the declaration back to the applicant', async () => {
  const { number } = await aSubmittedCase(office)
  const words = await wordsIn(number, 'receiptSlip')
  assert.ok(words.includes(versions[1]), words)
  assert.match(words, /声明人张晓梅，2026年\d+月\d+日\d\d:\d\d实名登录后在网上声明/)
})

test('at the window it is made before the clerk, and stands on the notice of acceptance too', async () => {
  const { number } = await office.call('cases.submit-case', window, foodApplication({ channel: 'window', applicantId: person.id }))
  await office.call('cases.accept-case', window, { number })
  assert.equal((await caseAs(office, person, number)).declaration?.takenBy, window.id)
  for (const kind of ['receiptSlip', 'acceptanceVoucher']) assert.match(await wordsIn(number, kind), new RegExp(`声明人张晓梅，.*在综合窗口当面声明，窗口人员工号${window.id}`))
})
