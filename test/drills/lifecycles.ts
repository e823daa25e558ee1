import { inspect } from 'node:util'
import { z } from 'zod'
import { buildApp, lifecycles } from '#app'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { verificationLines } from '#kernel/ledger/verification.ts'
import { isClosed, type Lifecycle, targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { localRuleLifecycle } from '#kernel/settings/lifecycle.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { verifyOffice } from '../../src/check.ts'
import { seededOrder } from '../durability/seeded-order.ts'
import { asOwner } from './as-owner.ts'
import { breakConnectionsOf } from './breaking-pool.ts'
import { type Drill, none } from './drill.ts'

const stepsOfMatter = 12
/** The steps of a local rule carry its value, which the program reads: they are no steps by chance. */
const walkedKinds = lifecycles.filter(({ kind }) => kind !== localRuleLifecycle.kind)
const yearMs = 365 * 86_400_000

/** Matters of every kind take steps by chance, allowed and forbidden, some cut off, while months pass. */
export const allLifecycles: Drill = {
  id: 'LIFECYCLES',
  says: 'matters of every kind that take steps by chance, cut off here and there, never leave their lifecycle, and their ledger is what the tables say',
  size: { quick: 1_500, usual: 200_000 },
  async run(steps) {
    const begun = performance.now()
    const whole = await walkAll(steps, undefined)
    const minutes = (performance.now() - begun) / 60_000
    const bugBegun = performance.now()
    const planted = await walkAll(3_000, forgetClosing)
    const seconds = Math.round((performance.now() - bugBegun) / 100) / 10
    return {
      counts: { kinds: walkedKinds.length, steps, done: whole.done, refused: whole.refused, cutOff: whole.cut, matterYears: Math.round(whole.matterYears), matterYearsPerMinute: Math.round(whole.matterYears / minutes), stepsPerMinute: Math.round(steps / minutes), bugFoundAfterSeconds: seconds },
      faults: [...whole.faults, ...none(whole.cut === 0 ? 1 : 0, 'walk that was never cut off')],
      control: { broken: 'a table that forgets when a matter was closed', noticed: planted.faults.slice(0, 1) },
    }
  },
}

/** A bug as a programmer might make it: the instant of closing never arrives. */
const forgetClosing = `
  CREATE FUNCTION forget_closing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.closed_at := NULL; RETURN NEW; END $$;
  CREATE TRIGGER forget_closing BEFORE UPDATE ON matters FOR EACH ROW EXECUTE FUNCTION forget_closing();`

interface Walked {
  done: number
  refused: number
  cut: number
  matterYears: number
  readonly faults: string[]
}

async function walkAll(steps: number, bug: string | undefined): Promise<Walked> {
  const office = await openTestOffice({ with: 'empty' })
  const database = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: true, onError: () => undefined })
  const breaking = breakConnectionsOf(database.pool)
  const app = buildApp(database.db, office.app.services)
  const random = seededOrder(20_260_907)
  const walked: Walked = { done: 0, refused: 0, cut: 0, matterYears: 0, faults: [] }
  try {
    if (bug !== undefined) await asOwner(office, bug)
    for (let step = 0, opened = 1; step < steps && walked.faults.length === 0; opened++) {
      const lifecycle = walkedKinds[random(walkedKinds.length)] as Lifecycle
      const from = office.clock.now().getTime()
      let matter = await inCommand(app, (ctx) => openMatter(ctx, { id: newId(ctx.now.getTime()), number: `WALK${opened}`, kind: lifecycle.kind, regionCode: '', subjectId: null, itemVersionId: null, leadUnitId: null, channel: 'office' }, { command: 'open', to: lifecycle.initial }))
      for (let place = 0; place < stepsOfMatter && matter !== undefined && !isClosed(lifecycle, matter.state); place++, step++) {
        office.clock.advance(random(200 * 24) * 3_600_000)
        breaking.plan(random(8) === 0 ? { statement: 1 + random(4), when: random(2) === 0 ? 'before' : 'after' } : undefined)
        matter = await takeStep({ app, office, walked, lifecycle, random, brokenNow: () => breaking.broken !== undefined }, matter)
        breaking.plan(undefined)
      }
      walked.matterYears += (office.clock.now().getTime() - from) / yearMs
      if (opened % 500 === 0) walked.faults.push(...(await faultsOfLedger(office)))
    }
    walked.faults.push(...(await faultsOfLedger(office)))
    return walked
  } finally {
    await database.close()
    await office.close()
  }
}

interface Ground {
  readonly app: TestOffice['app']
  readonly office: TestOffice
  readonly walked: Walked
  readonly lifecycle: Lifecycle
  readonly random: (bound: number) => number
  readonly brokenNow: () => boolean
}

/** One command of the lifecycle, whether the state allows it or not, into any state; the matter as it stands afterwards. */
async function takeStep({ app, office, walked, lifecycle, random, brokenNow }: Ground, matter: Matter): Promise<Matter | undefined> {
  const commands = Object.keys(lifecycle.commands)
  const command = commands[random(commands.length)] ?? ''
  const allowed = targetsFrom<string>(lifecycle.commands[command] as never, matter.state)
  const states = random(5) === 0 ? Object.keys(lifecycle.states) : allowed
  const to = states[random(states.length || 1)] ?? matter.state
  let after: Matter | undefined
  const error: unknown = await inCommand(app, async (ctx) => (after = await recordStep(ctx, lifecycle, matter, { command, to }))).then(() => undefined, (reason: unknown) => reason)
  const what = `${lifecycle.kind}: ${command} from ${matter.state} to ${to}`
  if (brokenNow()) {
    walked.cut += 1
    return stored(office, matter, after)
  }
  if (error === undefined) {
    walked.done += 1
    if (!allowed.includes(to)) walked.faults.push(`${what} was taken, which the lifecycle forbids`)
    return after
  }
  walked.refused += 1
  // A step into a state where the command does not lead is a mistake of the program, and stopped as one.
  if (!(error instanceof Refusal) && !inspect(error).includes('does not lead from')) walked.faults.push(`${what}: ${inspect(error)}`)
  else if (allowed.includes(to)) walked.faults.push(`${what} was refused, which the lifecycle allows: ${inspect(error)}`)
  return matter
}

/** After a cut the step was taken or it was not. */
async function stored({ database }: TestOffice, before: Matter, after: Matter | undefined): Promise<Matter> {
  for (;;) {
    // What travelled before the cut is still carried out: the lock of the row tells when that has ended.
    const { rows } = await database.pool.query<{ version: number }>('SELECT version FROM matters WHERE id = $1 FOR UPDATE', [before.id])
    const { rows: busy } = await database.pool.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`)
    if (busy.length === 0) return after !== undefined && rows[0]?.version === after.version ? after : before
  }
}

async function inCommand(app: TestOffice['app'], run: (ctx: Ctx) => Promise<Matter>): Promise<Matter | undefined> {
  let matter: Matter | undefined
  const operation = defineOperation({ name: 'trial.step', summary: '', kind: 'command', access: 'public', input: z.object({}), output: z.object({}), refusals: [], run: async (ctx) => ((matter = await run(ctx)), {}) })
  await app.run(operation, { kind: 'system', name: 'job' }, {})
  return matter
}

async function faultsOfLedger(office: TestOffice): Promise<readonly string[]> {
  const outcome = await verifyOffice(office.database.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles })
  return outcome.ok ? [] : [verificationLines(outcome)[1] ?? '']
}
