import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { EmbeddedServer } from '#kernel/db/embedded.ts'
import { startServer, type TestServer } from '#test/harness/server.ts'
import { type Drill, none } from './drill.ts'
import { compare, fileUntilAcknowledged, type Filing, newFiling, newTrouble, storedCases } from './lost-answers.ts'
import { asSuperuser, startTwoNodes, type TwoNodes } from './two-nodes.ts'

const writers = 8
/** What stands for the operator's watchdog looks so often, and believes after so many looks in vain. */
const lookEveryMs = 300
const looksInVain = 3

/** The primary of two nodes is killed under load, its standby is promoted, and the program finds it by itself. */
export const promotion: Drill = {
  id: 'R12',
  says: 'when the primary of two databases is killed under load the standby takes its place within ten seconds, the office goes on by itself, and nothing acknowledged is lost',
  size: { quick: 2, usual: 8 },
  async run(seconds) {
    const synchronous = await switchOver(seconds, true)
    const asynchronous = await switchOver(2, false)
    return {
      counts: { acknowledgedBefore: synchronous.before, acknowledgedAfter: synchronous.after, switchMs: Math.round(synchronous.switchMs), by: 'a watchdog of the drill; FAILOVER has Patroni' },
      faults: [...synchronous.faults, ...none(synchronous.switchMs <= 10_000 ? 0 : 1, `switch of ${Math.round(synchronous.switchMs)} ms`), ...none(synchronous.after > 0 ? 0 : 1, 'office that did not go on')],
      control: { broken: 'an asynchronous standby whose line is cut before the primary dies', noticed: asynchronous.faults.filter((fault) => fault.includes('lost')) },
    }
  },
}

interface Switch {
  readonly before: number
  readonly after: number
  readonly switchMs: number
  readonly faults: readonly string[]
}

async function switchOver(seconds: number, synchronous: boolean): Promise<Switch> {
  const nodes = await startTwoNodes(synchronous)
  let server: TestServer | undefined
  try {
    server = await startServer(nodes.dataFolder, 'test', { DATABASE_URL: nodes.url })
    return await underLoad({ nodes, server, seconds, synchronous })
  } finally {
    if (server?.isAlive() === true) await server.stop()
    await nodes.close()
  }
}

async function underLoad({ nodes, server, seconds, synchronous }: { readonly nodes: TwoNodes; readonly server: TestServer; readonly seconds: number; readonly synchronous: boolean }): Promise<Switch> {
  const filings: Filing[] = []
  const trouble = newTrouble()
  const stop = new AbortController()
  const earlier = new Set(await lookAt(nodes.primary))
  const running = Array.from({ length: writers }, async () => {
    while (!stop.signal.aborted) {
      const filing = newFiling(server.tokens.get('person') ?? '', true)
      filings.push(filing)
      await fileUntilAcknowledged(() => server.address, filing, trouble, () => 15_000)
    }
  })
  const acknowledged = (): number => filings.filter(({ numbers }) => numbers.length > 0).length
  await pause(seconds * 500)
  if (!synchronous) await asSuperuser(nodes.standby, `ALTER SYSTEM SET primary_conninfo = ''`, 'SELECT pg_reload_conf()')
  await pause(seconds * 500)
  const before = acknowledged()
  const killed = performance.now()
  server.killDatabase()
  await promoteWhenAway(nodes)
  const atPromotion = acknowledged()
  while (acknowledged() === atPromotion && performance.now() - killed < 30_000) await pause(10)
  const switchMs = performance.now() - killed
  await pause(seconds * 500)
  stop.abort()
  await Promise.all(running)
  return { before, after: acknowledged() - atPromotion, switchMs, faults: [...trouble.faults.slice(0, 3), ...compare(filings, await lookAt(nodes.standby), earlier)] }
}

/** Looks at the primary again and again; when it does not answer any more, the standby becomes the primary. */
async function promoteWhenAway({ primary, standby }: TwoNodes): Promise<void> {
  for (let inVain = 0; inVain < looksInVain; await pause(lookEveryMs)) inVain = (await primary.isAlive()) ? 0 : inVain + 1
  await asSuperuser(standby, 'SELECT pg_promote()')
}

async function lookAt(node: EmbeddedServer): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: node.databaseUrl('yimen'), options: '-c search_path=yimen' })
  await client.connect()
  try {
    return await storedCases(client)
  } finally {
    await client.end()
  }
}
