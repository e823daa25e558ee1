import { connect, type Socket } from 'node:net'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { listen, type Patience } from '#kernel/http/listen.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { personCaller } from '#test/harness/callers.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { createDoors } from '../../src/serve.ts'
import { type Drill, none, percentile } from './drill.ts'

/** A twentieth of what the program allows, so that the drill need not wait for minutes. */
const shortPatience: Patience = { headMs: 1_000, requestMs: 2_000, stillMs: 1_500, answerMs: 3_000 }
const endless: Patience = { headMs: 3_600_000, requestMs: 3_600_000, stillMs: 0, answerMs: 3_600_000 }
const dripMs = 100
const watchedMs = 6_000
const honestCallers = 4
const fileBytes = 8 * 2 ** 20
const mostGrowthMb = 400

/** Many clients send a byte now and then, or ask for a large file and do not read it. */
export const slowClients: Drill = {
  id: 'SLOW',
  says: 'clients that send or read as slowly as they can lose their connection, with a clean answer where one is possible, and keep nobody else waiting',
  size: { quick: 40, usual: 300 },
  async run(each) {
    const office = await openTestOffice()
    try {
      const guarded = await besiege(office, each, shortPatience)
      const open = await besiege(office, Math.min(each, 40), endless)
      return {
        counts: { slowSenders: each * 2, slowReaders: Math.ceil(each / 10), toldBy408: guarded.told, honestAnswers: guarded.honest.length, p99OfHonestMs: Math.round(percentile(guarded.honest, 0.99)), memoryGrewMb: guarded.grewMb, stillConnected: guarded.stillConnected },
        faults: [
          ...none(guarded.stillConnected, 'slow clients that still hold a connection'),
          ...none(guarded.told >= each * 2 ? 0 : each * 2 - guarded.told, 'slow senders that were not told 408'),
          ...none(guarded.refused, 'honest callers that were not served'),
          ...none(percentile(guarded.honest, 0.99) <= 2_000 ? 0 : 1, 'honest caller that waited for more than two seconds'),
          ...none(guarded.grewMb <= mostGrowthMb ? 0 : guarded.grewMb, 'megabytes more'),
          ...none(guarded.logged, 'lines of fault in the log'),
        ],
        control: { broken: 'no bound to how long a client may take', noticed: none(open.stillConnected, 'slow clients that still hold a connection') },
      }
    } finally {
      await office.close()
    }
  },
}

interface Siege {
  readonly told: number
  readonly stillConnected: number
  readonly honest: readonly number[]
  readonly refused: number
  readonly grewMb: number
  readonly logged: number
}

async function besiege(office: TestOffice, each: number, patience: Patience): Promise<Siege> {
  const { app, logged } = listened(office)
  const { token } = await openSession(office.app.db, await personCaller(office, 'zhang-xiaomei'), { kind: 'token', now: office.clock.now() })
  const server = await listen(createDoors(app, undefined), { host: '127.0.0.1', port: 0, patience })
  const file = await upload(server.port, token)
  const before = process.memoryUsage().rss
  const many = (count: number, beginning: string, drips: boolean): readonly SlowClient[] => Array.from({ length: count }, () => new SlowClient(server.port, beginning, drips))
  const clients = [
    ...many(each, 'GET /api/v1/services HTTP/1.1\r\nhost: office\r\nx-a: ', true),
    ...many(each, `POST /api/v1/cases HTTP/1.1\r\nhost: office\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 500000\r\n\r\n{"`, true),
    ...many(Math.ceil(each / 10), `GET ${file} HTTP/1.1\r\nhost: office\r\nauthorization: Bearer ${token}\r\n\r\n`, false),
  ]
  try {
    const { times, refused } = await askHonestly(server.port, token)
    const grewMb = Math.round(Math.max(0, process.memoryUsage().rss - before) / 2 ** 20)
    return { told: clients.filter(({ answer }) => answer.startsWith('HTTP/1.1 408')).length, stillConnected: clients.filter(({ open }) => open).length, honest: times, refused, grewMb, logged: logged() }
  } finally {
    for (const client of clients) client.leave()
    await server.close()
  }
}

/** The program with a log that only counts. */
function listened(office: TestOffice) {
  let lines = 0
  const log = { ...office.app.services.log, error: () => void (lines += 1) }
  const services = Object.defineProperty(Object.create(office.app.services) as typeof office.app.services, 'log', { value: log })
  return { app: { ...office.app, services }, logged: () => lines }
}

async function upload(port: number, token: string): Promise<string> {
  const plan = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(fileBytes, 'x'), Buffer.from('\n%%EOF\n')])
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/files?name=plan.pdf`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }, body: plan })
  return `/api/v1/files/${((await answer.json()) as { readonly id: string }).id}/content`
}

async function askHonestly(port: number, token: string): Promise<{ readonly times: readonly number[]; readonly refused: number }> {
  const until = performance.now() + watchedMs
  const times: number[] = []
  let refused = 0
  await Promise.all(Array.from({ length: honestCallers }, async () => {
    while (performance.now() < until) {
      const begun = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/cases?limit=20`, { headers: { authorization: `Bearer ${token}` } }).catch(() => undefined)
      await answer?.arrayBuffer()
      times.push(performance.now() - begun)
      if (answer?.status !== 200) refused += 1
      await pause(20)
    }
  }))
  return { times, refused }
}

/** Sends its beginning, and then a byte at a time; or asks and does not read. */
class SlowClient {
  open = true
  answer = ''
  readonly #socket: Socket
  #dripping: NodeJS.Timeout | undefined

  constructor(port: number, beginning: string, drips: boolean) {
    this.#socket = connect(port, '127.0.0.1', () => {
      this.#socket.write(beginning)
      if (drips) this.#dripping = setInterval(() => this.#socket.write('a'), dripMs)
      else this.#socket.pause()
    })
    if (drips) this.#socket.setEncoding('latin1').on('data', (text: string) => (this.answer += text))
    this.#socket.on('error', () => this.#ended()).on('close', () => this.#ended())
    // Who does not read does not hear of the end either, unless he is told of it while he writes.
    if (!drips) this.#dripping = setInterval(() => this.#socket.write('\r\n'), watchedMs / 3)
  }

  leave(): void {
    this.#ended()
    this.#socket.destroy()
  }

  #ended(): void {
    this.open = false
    clearInterval(this.#dripping)
  }
}
