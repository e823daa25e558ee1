import type { InputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { administrator, holderOf, personCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase } from '#test/harness/cases.ts'
import { anEvent } from '#test/harness/grid.ts'
import { anOrder } from '#test/harness/hotline.ts'
import { aPower, aRecord } from '#test/harness/publication.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { aSubscription } from '#test/harness/webhooks.ts'
import { recordKinds } from './matrix-records.ts'
import { type FieldValues, knownValues } from './request-input.ts'

/**
 * The records that examples of open operations name, by operation: what anyone may verify, replay or follow has to exist before the
 * example can be sent. Made once, through the operations and, for what is only printed, from the tables.
 */
export async function exampleRecords(office: TestOffice): Promise<Readonly<Record<string, FieldValues>>> {
  const { number, queryCode } = await aSubmittedCase(office)
  await anAcceptedCase(office)
  const { treeSize } = await office.call('kernel.make-checkpoint', law, {})
  await aSubmittedCase(office)
  await office.call('kernel.make-checkpoint', law, {})
  const printed = async (column: string, table: string): Promise<unknown> => {
    const { rows } = await office.database.pool.query<{ printed: unknown }>(`SELECT ${column} AS printed FROM ${table} LIMIT 1`)
    return rows[0]?.printed
  }
  const certificate = recordKinds.find(({ path }) => path === '/certificates/{identifier}')
  const subscription = { id: await aSubscription(office) }
  return {
    'webhooks.get-subscription': subscription,
    'webhooks.list-deliveries': subscription,
    'webhooks.renew-secret': subscription,
    'kernel.get-inclusion-proof': { eventHash: await printed(`encode(hash, 'hex')`, 'ledger_leaves') },
    'kernel.get-consistency-proof': { from: treeSize },
    'kernel.replay-draw': { id: await printed('id', 'draws') },
    'kernel.verify-document': { code: await printed('verification_code', 'documents') },
    'certificates.verify': { identifier: (await certificate?.make(office))?.['identifier'] },
    'reporting.list-figure-rows': {},
    'catalogue.get-theme': {},
    'kernel.get-setting-history': {},
    'kernel.get-document-specimen': {},
    'kernel.get-document-kind': {},
    'kernel.preview-document-words': {},
    'catalogue.compare-versions': await aSecondVersion(office),
    'cases.get-archive-package': await anArchivedCase(office),
    'cases.get-progress': { number, code: queryCode },
    'publication.get-record': { number: await aRecord(office, 'published') },
    'publication.get-power': { id: await aPower(office) },
    'hotline.get-progress': await anOrderToFollow(office),
    'grid.get-progress': await anEventToFollow(office),
    'subjects.sign-in-with-phone-code': { code: await sentCode(office) },
  }
}

/** An order with the code of its receipt. */
async function anOrderToFollow(office: TestOffice): Promise<FieldValues> {
  const { number, queryCode } = await anOrder(office)
  return { number, code: queryCode }
}

/** An event with the code of its receipt. */
async function anEventToFollow(office: TestOffice): Promise<FieldValues> {
  const { number, queryCode } = await anEvent(office)
  return { number, code: queryCode }
}

/** The code that the telephone of the example receives; the demo city shows it to the administrator. */
async function sentCode(office: TestOffice): Promise<string> {
  await office.call('subjects.request-phone-code', await personCaller(office, 'zhang-xiaomei'), { phone: '13800005001' })
  const { items } = await office.call('kernel.list-sent-messages', await administrator(office), { limit: 1 })
  return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? ''
}

/** An item with a draft of its second version beside the first. */
async function aSecondVersion(office: TestOffice): Promise<FieldValues> {
  const { implementCode, item } = await knownValues(office)
  const input = { implementCode, item } as InputOf<'catalogue.save-draft'>
  await office.call('catalogue.save-draft', await holderOf(office, 'catalogueEditor', (await getOffice(office.database.db)).id), input)
  return { implementCode }
}

async function anArchivedCase(office: TestOffice): Promise<FieldValues> {
  const { number, person } = await aSubmittedCase(office)
  await office.call('cases.withdraw-case', person, { number, reason: '计划有变' })
  await office.call('cases.archive-case', await holderOf(office, 'archivist', (await getOffice(office.database.db)).id), { number })
  return { number }
}
