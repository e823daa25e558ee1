import { inspect } from 'node:util'
import { buildApp } from '#app'
import { openDatabase } from '#kernel/db/pool.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { refusalOfDatabase } from '#kernel/http/problem.ts'
import { mondayMorning, openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { commandRecipes } from '../contract/command-examples.ts'
import { fingerprint } from '../contract/fingerprint.ts'
import { seededOrder } from '../durability/seeded-order.ts'
import { type BreakingPool, breakConnectionsOf } from './breaking-pool.ts'
import { type Drill, none } from './drill.ts'

const mostStatements = 400

/** Every command of every business is given to a record that is ready for it, cut off before its first statement, its second, and so on, until it goes through. */
export const crashes: Drill = {
  id: 'CRASHES',
  says: 'every command of every business, cut off between any two of its statements, leaves nothing behind, and goes through when it is given again',
  size: { quick: 8, usual: 1_000 },
  async run(mostCommands) {
    const whole = await cutOffEach(mostCommands, false)
    const halves = await cutOffEach(8, true)
    return {
      counts: { commands: whole.commands, businesses: whole.businesses.size, cuts: whole.cuts, wentThrough: whole.done, notTried: whole.skipped.length },
      faults: [...whole.faults, ...none(whole.cuts === 0 ? 1 : 0, 'walk without a cut')],
      control: { broken: 'no transactions', noticed: halves.faults.filter((fault) => fault.startsWith('half done')).slice(0, 1) },
    }
  },
}

interface Found {
  commands: number
  cuts: number
  done: number
  readonly businesses: Set<string>
  readonly skipped: string[]
  readonly faults: string[]
}

async function cutOffEach(mostCommands: number, withoutTransactions: boolean): Promise<Found> {
  const office = await openTestOffice()
  const database = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: true, onError: () => undefined })
  const found: Found = { commands: 0, cuts: 0, done: 0, businesses: new Set(), skipped: [], faults: [] }
  const ground: Ground = { office, app: buildApp(database.db, office.app.services), breaking: breakConnectionsOf(database.pool), found, withoutTransactions }
  const random = seededOrder(20_260_907)
  try {
    const names = Object.keys(commandRecipes).map((name) => ({ name, place: random(1_000_000) })).toSorted((a, b) => a.place - b.place)
    for (const { name } of names.slice(0, mostCommands)) {
      office.clock.set(mondayMorning)
      await cutOff(ground, name)
    }
    return found
  } finally {
    await database.close()
    await office.close()
  }
}

interface Ground {
  readonly office: TestOffice
  readonly app: ReturnType<typeof buildApp>
  readonly breaking: BreakingPool
  readonly found: Found
  readonly withoutTransactions: boolean
}

async function cutOff({ office, app, breaking, found, withoutTransactions }: Ground, name: string): Promise<void> {
  const operation = app.operations.find((one) => one.name === name)
  const prepared = await commandRecipes[name]?.(office).catch(() => undefined)
  if (operation === undefined || prepared === undefined) {
    found.skipped.push(name)
    return
  }
  found.commands += 1
  found.businesses.add(name.split('.')[0] ?? '')
  const input = { ...(operation.examples?.[0]?.input as object | undefined), ...prepared.values }
  const before = await fingerprint(office)
  breaking.withoutTransactions = withoutTransactions
  for (let statement = 1; statement <= mostStatements; statement++) {
    breaking.plan({ statement, when: 'before' })
    const error: unknown = await app.run(operation, prepared.caller, input).then(() => undefined, (reason: unknown) => reason)
    const { broken } = breaking
    breaking.plan(undefined)
    if (broken === undefined) {
      if (error === undefined) found.done += 1
      else found.faults.push(`${name}, given again after ${statement - 1} cuts: ${inspect(error)}`)
      return
    }
    await ended(office, broken)
    found.cuts += 1
    if (!(error instanceof Refusal) && refusalOfDatabase(error) === undefined) found.faults.push(`${name}, cut off before statement ${statement}, failed by: ${inspect(error)}`)
    const left = differences(before, await fingerprint(office))
    if (left.length > 0) {
      found.faults.push(`half done: ${name}, cut off before statement ${statement}, left rows in ${left.join(', ')}`)
      return
    }
  }
  found.faults.push(`${name} has more than ${mostStatements} statements`)
}

/** What travelled before the cut is still carried out: the backend ends when it has noticed that nobody listens. */
async function ended({ database }: TestOffice, backend: number): Promise<void> {
  while ((await database.pool.query('SELECT FROM pg_stat_activity WHERE pid = $1', [backend])).rowCount !== 0);
}

function differences(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): readonly string[] {
  return Object.keys(now).filter((table) => now[table] !== before[table])
}
