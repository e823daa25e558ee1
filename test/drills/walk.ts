import { type App, buildApp, lifecycles } from '#app'
import { type Caller, law } from '#kernel/access/caller.ts'
import { type Database, openDatabase } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { verificationLines } from '#kernel/ledger/verification.ts'
import { refusalOfDatabase } from '#kernel/http/problem.ts'
import { targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import { approverOf, clerk, headOf, holderOf, personCaller, reviewerOf } from '#test/harness/callers.ts'
import { inputOf, operationOf } from '#test/harness/case-walk.ts'
import { aSubmittedCase, certificateFee, foodLicence, publishItem, setTime } from '#test/harness/cases.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { verifyOffice } from '../../src/check.ts'
import { commandsNow } from '../../src/modules/cases/access.ts'
import { caseLifecycle } from '../../src/modules/cases/lifecycle.ts'
import { findCase, type CaseRecord } from '../../src/modules/cases/store/cases.ts'
import { fingerprint } from '../contract/fingerprint.ts'
import { seededOrder } from '../durability/seeded-order.ts'
import { asOwner } from './as-owner.ts'
import { type BreakingPool, breakConnectionsOf } from './breaking-pool.ts'
import { type Drill, none } from './drill.ts'

/** Everybody does at random what he may do now, and every second time the program is cut off between two of its statements. */
export const walk: Drill = {
  id: 'R8',
  says: 'in a random walk over the lifecycle of cases, cut off between any two statements, a command is done or not and never half, and the ledger is what the tables say',
  size: { quick: 150, usual: 5_000 },
  async run(steps) {
    const whole = await walkThrough(steps, { withoutTransactions: false, bug: undefined })
    const halves = await walkThrough(controlSteps, { withoutTransactions: true, bug: undefined })
    const planted = await walkThrough(controlSteps, { withoutTransactions: false, bug: projectionBug })
    return {
      counts: { steps, commandsDone: whole.done, refused: whole.refused, cutOff: whole.cut, cases: whole.cases, states: whole.states },
      faults: [...whole.faults, ...none(whole.cut === 0 ? 1 : 0, 'walk that was never cut off')],
      control: { broken: 'no transactions; and a projection that forgets one state', noticed: halves.faults.length > 0 && planted.faults.length > 0 ? [halves.faults[0] ?? '', planted.faults[0] ?? ''] : [] },
    }
  },
}

/** A bug as a programmer might make it: one state never arrives in the table of matters. */
const projectionBug = `
  CREATE FUNCTION forget_state() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'inReview' THEN NEW.state := OLD.state; END IF; RETURN NEW; END $$;
  CREATE TRIGGER forget_state BEFORE UPDATE ON matters FOR EACH ROW EXECUTE FUNCTION forget_state();`

const controlSteps = 400

interface Broken {
  readonly withoutTransactions: boolean
  readonly bug: string | undefined
}

interface Walked {
  done: number
  refused: number
  cut: number
  cases: number
  states: number
  readonly faults: string[]
}

/** One walk: cases one after the other, each by up to fifteen commands of whoever may give one. */
async function walkThrough(steps: number, broken: Broken): Promise<Walked> {
  const office = await openTestOffice()
  const database = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: true, onError: () => undefined })
  const breaking = breakConnectionsOf(database.pool)
  const walked: Walked = { done: 0, refused: 0, cut: 0, cases: 0, states: 0, faults: [] }
  try {
    if (broken.bug !== undefined) await asOwner(office, broken.bug)
    const walker = await Walker.start({ office, database, breaking, walked, withoutTransactions: broken.withoutTransactions })
    for (let step = 0; step < steps && walked.faults.length === 0; ) step += await walker.throughOneCase()
    walked.states = walker.seen.size
    const outcome = await verifyOffice(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })
    if (!outcome.ok) walked.faults.push(verificationLines(outcome)[1] ?? '')
    return walked
  } finally {
    await database.close()
    await office.close()
  }
}

interface Ground {
  readonly office: TestOffice
  readonly database: Database
  readonly breaking: BreakingPool
  readonly walked: Walked
  readonly withoutTransactions: boolean
}

class Walker {
  readonly seen = new Set<string>()
  readonly #ground: Ground
  readonly #app: App
  readonly #people: readonly Caller[]
  readonly #implementCode: string
  readonly #random = seededOrder(20_260_907)

  private constructor(ground: Ground, people: readonly Caller[], implementCode: string) {
    this.#ground = ground
    this.#app = buildApp(ground.database.db, ground.office.app.services)
    this.#people = people
    this.#implementCode = implementCode
  }

  static async start(ground: Ground): Promise<Walker> {
    const { office } = ground
    const { unit, countersigner } = foodLicence
    const implementCode = await publishItem(office, 1, { feeCharged: true, feeBasis: certificateFee.basis, onlinePayment: true, fees: [certificateFee] })
    const people = [await personCaller(office, 'zhang-xiaomei'), await clerk(office), await clerk(office, 1), await reviewerOf(office, unit), await reviewerOf(office, countersigner), await approverOf(office, unit), await headOf(office, unit), await holderOf(office, 'archivist', 'zhengwu-shuju'), law]
    return new Walker(ground, people, implementCode)
  }

  async throughOneCase(): Promise<number> {
    const { office, walked } = this.#ground
    setTime(office, '2026-09-07')
    const { number } = await aSubmittedCase(office, { implementCode: this.#implementCode })
    walked.cases += 1
    let steps = 0
    for (; steps < 15 && walked.faults.length === 0; steps++) {
      if (!(await this.#step(number))) break
      office.clock.advance(this.#random(40) * 3_600_000)
    }
    return Math.max(1, steps)
  }

  /** One command of somebody who may give it; false when nobody may do anything any more. */
  async #step(number: string): Promise<boolean> {
    const { office, breaking, walked, withoutTransactions } = this.#ground
    const before = await this.#read(number)
    const offers = this.#people.flatMap((caller) => commandsNow(caller, before).filter((command) => caller.kind !== 'system' || caseLifecycle.commands[command].permission === 'cases:apply-law').map((command) => ({ caller, command })))
    const offer = offers[this.#random(offers.length || 1)]
    if (offer === undefined) return false
    const operation = this.#app.operations.find(({ name }) => name === operationOf(offer.command))
    if (operation === undefined) throw new Error(`no operation gives the command ${offer.command}`)
    const chance = this.#random(10_000)
    const planned = this.#random(2) === 0
    const stored = planned ? await fingerprint(office) : undefined
    breaking.withoutTransactions = withoutTransactions
    breaking.plan(planned ? { statement: 1 + this.#random(20), when: this.#random(2) === 0 ? 'before' : 'after' } : undefined)
    const error: unknown = await this.#app.run(operation, offer.caller, { number, ...inputOf(offer.command, before, chance) }).then(() => undefined, (reason: unknown) => reason)
    const cut = breaking.broken !== undefined
    if (breaking.broken !== undefined) await this.#ended(breaking.broken)
    breaking.plan(undefined)
    const now = await this.#read(number)
    this.seen.add(now.matter.state)
    if (cut) walked.cut += 1
    else if (error === undefined) walked.done += 1
    else walked.refused += 1
    walked.faults.push(...(await this.#faults({ before, now, error, cut, stored, what: `${offer.command} in ${before.matter.state}` })))
    return true
  }

  async #faults({ before, now, error, cut, stored, what }: Outcome): Promise<readonly string[]> {
    const moved = now.matter.version - before.matter.version
    const known = error === undefined || error instanceof Refusal || (cut && refusalOfDatabase(error) !== undefined)
    const command = what.split(' ')[0] as keyof typeof caseLifecycle.commands
    return [
      ...none(known ? 0 : 1, `fault: ${what}: ${String(error)}`),
      ...none(moved === 0 || moved === 1 ? 0 : 1, `case that moved by ${moved}: ${what}`),
      ...none(error === undefined && moved !== 1 ? 1 : 0, `command acknowledged and not done: ${what}`),
      ...none(error instanceof Refusal && moved !== 0 && !cut ? 1 : 0, `command refused and done: ${what}`),
      ...none(moved === 1 && !targetsFrom<string>(caseLifecycle.commands[command], before.matter.state).includes(now.matter.state) ? 1 : 0, `state outside of the lifecycle: ${what} led to ${now.matter.state}`),
      ...(moved === 0 && stored !== undefined ? differences(stored, await fingerprint(this.#ground.office)).map((table) => `half done: ${what} left rows in ${table}`) : []),
    ]
  }

  /** What travelled before the cut is still carried out: the backend ends when it has noticed that nobody listens. */
  async #ended(backend: number): Promise<void> {
    const { pool } = this.#ground.office.database
    while ((await pool.query('SELECT FROM pg_stat_activity WHERE pid = $1', [backend])).rowCount !== 0);
  }

  async #read(number: string): Promise<CaseRecord> {
    const record = await findCase(this.#ground.office.database.db, number, false)
    if (record === undefined) throw new Error(`${number} is gone`)
    return record
  }
}

interface Outcome {
  readonly before: CaseRecord
  readonly now: CaseRecord
  readonly error: unknown
  readonly cut: boolean
  /** Taken before a command that was to be cut off. */
  readonly stored: Readonly<Record<string, number>> | undefined
  readonly what: string
}

function differences(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): readonly string[] {
  return Object.keys(now).filter((table) => now[table] !== before[table])
}
