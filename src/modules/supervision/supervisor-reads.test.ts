import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isPermitted } from '#kernel/access/permissions.ts'
import type { OperationName } from '#app'
import { openTestOffice } from '#test/harness/office.ts'
import { aFinding, aLetter, anOpening, supervisionPeople } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { supervisor } = await supervisionPeople(office)
const { operations, permissions } = office.app

/** Commands that change nothing of anybody else's: session, second factor, own files, messages and reports. */
const ownAffairs = ['kernel.upload-file', 'kernel.mark-message-read', 'kernel.sign-out', 'kernel.enrol-second-factor', 'reporting.request-report']
/** Open to whoever is signed in and decided inside, record by record. */
const decidedInside = ['organisation.end-head-agency']

/** Queries that show no record of the office's work: devices, keys and templates of an administrator, and working views whose records the supervisor reads elsewhere. */
const workingViews = [
  'kernel.get-devices', 'kernel.list-sent-messages', 'organisation.issue-token', 'catalogue.list-office-items', 'catalogue.get-office-item', 'catalogue.list-references', 'catalogue.list-editions', 'catalogue.weigh-version',
  'catalogue.check-draft', 'catalogue.lint-item', 'catalogue.export-exchange', 'certificates.list-doubts', 'certificates.get-doubt', 'reception.get-window', 'reception.get-hall-day', 'cases.list-queue', 'cases.list-archivable',
  'cases.list-usable-certificates', 'cases.count-drafts', 'hotline.find-similar', 'hotline.list-calls', 'hotline.get-call', 'hotline.list-articles', 'reporting.get-template', 'reporting.preview-template', 'disclosure.read-source',
]

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

test('S-22 the supervisor reads every query but those of persons about themselves, of the program, and the working views that are named here', () => {
  const closed = operations.filter((operation) => operation.kind === 'query' && !isOpenToSupervisor(operation))
  const ofOffice = closed.filter(({ access }) => typeof access === 'object' && !(permissions[access.permission]?.roles ?? []).every((role) => role === 'person' || role === 'system')).map(({ name }) => name)
  assert.deepEqual(ofOffice.filter((name) => !workingViews.includes(name)), [])
})

test('S-22 every record of supervision opens to the supervisor, and offers no command', async () => {
  const number = await anOpening(office)
  const finding = await office.call('supervision.get-finding', supervisor, { number: (await aFinding(office)).number })
  const measure = await office.call('supervision.get-measure', supervisor, { number: await aLetter(office) })
  const opening = await office.call('supervision.get-opening', supervisor, { number })
  assert.deepEqual([finding.commands, measure.commands, opening.commands], [[], [], []])
})
