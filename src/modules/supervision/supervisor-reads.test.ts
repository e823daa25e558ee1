import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { OperationName } from '#app'
import { staffCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aFinding, aLetter, anOpening, supervisionPeople } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { supervisor } = await supervisionPeople(office)
const { operations, permissions } = office.app

/** Commands that change nothing of anybody else's: session, second factor, own files, messages and reports. */
const ownAffairs = ['kernel.upload-file', 'kernel.begin-upload', 'kernel.append-to-upload', 'kernel.mark-message-read', 'kernel.sign-out', 'kernel.enrol-second-factor', 'reporting.request-report']
/** Open to whoever is signed in and decided inside, record by record. */
const decidedInside = ['organisation.end-head-agency']

/** Queries that stay closed, each with the law that closes it. */
const closedByLaw: Readonly<Record<string, string>> = {
  'organisation.issue-token': 'No reading: it gives the power to act in the name of somebody else, and whoever supervises changes nothing (S-22).',
  'webhooks.renew-secret': 'No reading either: it makes a new secret, by which another system trusts what the office sends (S-22).',
  'kernel.list-sent-messages': 'Exists in a demo city only and shows whole telephone numbers and one-time codes; personal information is opened to nobody beyond the least that a task needs (个人信息保护法 art. 6).',
  'cases.list-usable-certificates': 'The certificates of whoever stands at the window, opened by his own presence: whose they are decides who looks (国办发〔2022〕3号, 持证主体授权). Which of them were used stands in the case.',
  'disclosure.read-source': 'An original before its secrecy is reviewed and before names of third parties are taken out: known to the fewest (保守国家秘密法 on 知悉范围; 政府信息公开条例 art. 14, 15). The answer and its excerpt are read.',
}

function isOpenToSupervisor({ access }: (typeof operations)[number]): boolean {
  return typeof access === 'string' || isPermitted(permissions, access.permission, supervisor)
}

test('S-22 the supervisor of the discipline commission gives no command of any business: every operation is asked', () => {
  // What is public is open to anyone on the street, to the supervisor as to them.
  const open = operations.filter((operation) => operation.kind === 'command' && operation.access !== 'public' && isOpenToSupervisor(operation)).map(({ name }) => name)
  assert.deepEqual(open.filter((name) => !ownAffairs.includes(name) && !decidedInside.includes(name)), [])
})

test('S-22 a command that is decided inside is refused to the supervisor as if there were no such record', async () => {
  await assert.rejects(office.call('organisation.end-head-agency', supervisor, { id: 'zhengwu-shuju-2026-01-01' }), { code: /^organisation\./ })
})

test('S-22 the supervisor is refused in the call itself, whatever the input', async () => {
  const refused = operations.filter((operation) => operation.kind === 'command' && !isOpenToSupervisor(operation))
  assert.ok(refused.length > 100)
  for (const { name } of refused) await assert.rejects(office.call(name as OperationName, supervisor, {} as never), { code: 'contract.not-permitted' }, name)
})

test('S-22 the supervisor reads every query but those of persons about themselves, of the program, and those that a law closes', () => {
  const closed = operations.filter((operation) => operation.kind === 'query' && !isOpenToSupervisor(operation))
  const ofOffice = closed.filter(({ access }) => typeof access === 'object' && !(permissions[access.permission]?.roles ?? []).every((role) => role === 'person' || role === 'system')).map(({ name }) => name)
  assert.deepEqual(ofOffice.toSorted(), Object.keys(closedByLaw).toSorted())
})

test('S-22 every record of supervision opens to the supervisor, and offers no command', async () => {
  const number = await anOpening(office)
  const finding = await office.call('supervision.get-finding', supervisor, { number: (await aFinding(office)).number })
  const measure = await office.call('supervision.get-measure', supervisor, { number: await aLetter(office) })
  const opening = await office.call('supervision.get-opening', supervisor, { number })
  assert.deepEqual([finding.commands, measure.commands, opening.commands], [[], [], []])
})

test('S-22 the supervisor reads the tasks of all units, any hall and the archive; whoever works in a hall sees his own, whatever he asks', async () => {
  const { number } = await aSubmittedCase(office)
  assert.ok((await office.call('cases.list-queue', supervisor, { limit: 100 })).items.some((line) => line.number === number))
  const halls = (await office.call('organisation.list-halls', supervisor, {})).items
  const [one, other] = halls
  assert.ok(one && other)
  for (const { id, name } of [one, other]) assert.equal((await office.call('reception.get-hall-day', supervisor, { hallId: id })).hall, name)
  await assert.rejects(office.call('reception.get-hall-day', supervisor, {}), { code: 'reception.no-hall' })
  const manager = await staffCaller(office, 'HD0006')
  const foreign = halls.find(({ id }) => id !== manager.hallId)?.id ?? ''
  assert.equal((await office.call('reception.get-hall-day', manager, { hallId: foreign })).hall, halls.find(({ id }) => id === manager.hallId)?.name)
  assert.deepEqual((await office.call('cases.list-archivable', supervisor, {})).items.map((line) => line.number), (await office.call('cases.list-archivable', await staffCaller(office, 'HD0012'), {})).items.map((line) => line.number))
})
