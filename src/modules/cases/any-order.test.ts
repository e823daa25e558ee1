import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { type Caller, law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import { lifecycles } from '#app'
import { approverOf, clerk, headOf, holderOf, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { inputOf, operationOf } from '#test/harness/case-walk.ts'
import { aSubmittedCase, certificateFee, foodLicence, publishItem, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { commandsNow } from './access.ts'
import { caseLifecycle } from './lifecycle.ts'
import { findCase, type CaseRecord } from './store/cases.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

const { unit, countersigner } = foodLicence
const implementCode = await publishItem(office, 1, { feeCharged: true, feeBasis: certificateFee.basis, onlinePayment: true, fees: [certificateFee] })
const people: readonly Caller[] = [
  await personCaller(office, 'zhang-xiaomei'), await personCaller(office, 'li-guoqiang'), await clerk(office), await clerk(office, 1),
  await reviewerOf(office, unit), await reviewerOf(office, countersigner), await approverOf(office, unit), await approverOf(office, unit, 1),
  await headOf(office, unit), await headOf(office, 'qu-zhengfu'), await holderOf(office, 'archivist', 'zhengwu-shuju'), law,
]
/** States that the walks came through. */
const seen = new Set<string>()

async function read(number: string): Promise<CaseRecord> {
  const record = await findCase(office.database.db, number, false)
  assert.ok(record)
  return record
}

interface Turn {
  readonly pick: number
  readonly chance: number
  readonly hours: number
}

/** One caller gives one command that he may give now; whatever comes of it, the case is what its lifecycle allows. */
async function takeTurn(number: string, { pick, chance }: Turn): Promise<void> {
  const before = await read(number)
  const offers = people.flatMap((caller) => commandsNow(caller, before).filter((command) => caller.kind !== 'system' || caseLifecycle.commands[command].permission === 'cases:apply-law').map((command) => ({ caller, command })))
  const offer = offers[pick % offers.length]
  if (offer === undefined) return
  const operation = office.app.operations.find((one) => one.name === operationOf(offer.command))
  assert.ok(operation, offer.command)
  const refused = await office.app.run(operation, offer.caller, { number, ...inputOf(offer.command, before, chance) }).then(
    () => undefined,
    (error: unknown) => error,
  )
  const now = await read(number)
  seen.add(now.matter.state)
  if (refused === undefined) {
    assert.equal(now.matter.version, before.matter.version + 1)
    assert.ok(targetsFrom<string>(caseLifecycle.commands[offer.command], before.matter.state).includes(now.matter.state), `${offer.command} led from ${before.matter.state} to ${now.matter.state}`)
  } else {
    assert.ok(refused instanceof Refusal, `${offer.command} in ${before.matter.state}: ${JSON.stringify(refused)}`)
    assert.deepEqual([now.matter.version, now.matter.state, now.matter.headHash], [before.matter.version, before.matter.state, before.matter.headHash])
  }
}

test('whoever does what he may in whatever order, a case stays within its lifecycle, its version grows by one and its ledger holds', async () => {
  const turn = fc.record({ pick: fc.nat(10_000), chance: fc.nat(10_000), hours: fc.integer({ min: 0, max: 40 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 6, maxLength: 14 }), async (turns) => {
      setTime(office, '2026-09-07')
      const { number } = await aSubmittedCase(office, { implementCode })
      for (const one of turns) {
        await takeTurn(number, one)
        office.clock.set(new Date(office.clock.now().getTime() + one.hours * 3_600_000))
      }
      const { matter } = await read(number)
      const ledger = await office.call('cases.get-case-ledger', law, { number })
      assert.deepEqual([ledger.intact, ledger.events.length], [true, matter.version])
    }),
    { numRuns: 30, seed: 20_260_907, endOnFailure: true },
  )
  assert.ok(seen.size >= 8, `the walks came through ${[...seen].join(', ')} only`)
  const verified = await verifyLedger(office.app.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })
  assert.equal(verified.ok, true, JSON.stringify(verified))
})
