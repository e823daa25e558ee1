import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { hmacSm3 } from '#kernel/crypto/sm3.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { administrator } from '#test/harness/callers.ts'
import { errandLifecycle } from '#test/harness/matters.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { blockListOf } from '../../src/modules/webhooks/address-guard.ts'
import { deliverDue } from '../../src/modules/webhooks/deliver.ts'
import type { Told } from '../../src/modules/webhooks/schema.ts'
import { httpTransport, type Transport } from '../../src/modules/webhooks/transport.ts'
import { type Drill, none } from './drill.ts'

const stepsOfMatter = 3
const awayMinutes = 60
const pastMinutes = 190

/** Another system is away for an hour, refuses now and then when it is back, and the office is killed between sending and marking. */
export const webhooks: Drill = {
  id: 'WEBHOOKS',
  says: 'while another system is away for an hour no event is lost; it hears each matter in order, signed, and what comes twice bears the same id',
  size: { quick: 20, usual: 300 },
  async run(matters) {
    const [kept, forgotten] = [await anHour(matters, 'outbox'), await anHour(matters, 'no outbox')]
    return {
      counts: { events: matters * stepsOfMatter, heard: kept.heard, refusedOrUnheard: kept.refused, cameTwice: kept.twice, crashes: kept.crashes },
      faults: [...kept.faults, ...none(kept.crashes > 0 ? 0 : 1, 'hour without a crash')],
      control: { broken: 'a receiver that is told without an outbox', noticed: forgotten.faults },
    }
  },
}

interface Hour {
  readonly heard: number
  readonly refused: number
  readonly twice: number
  readonly crashes: number
  readonly faults: readonly string[]
}

async function anHour(count: number, how: 'outbox' | 'no outbox'): Promise<Hour> {
  const office = await openTestOffice()
  const receiver = await Receiver.open()
  try {
    const caller = await administrator(office)
    Object.defineProperty(office.app.services.config, 'webhookNetworks', { value: ['127.0.0.0/8'], configurable: true })
    await office.call('kernel.make-checkpoint', law, {})
    const { id } = await office.call('webhooks.subscribe', caller, { name: '市数据共享平台', address: receiver.address })
    receiver.secret = (await office.call('webhooks.renew-secret', caller, { id })).secret
    const matters: Matter[] = []
    let crashes = 0
    for (let minute = 0; minute <= pastMinutes; minute++) {
      receiver.away = minute < awayMinutes
      const step = minute / 20
      if (Number.isInteger(step) && step < stepsOfMatter) for (let place = 0; place < count; place++) matters[place] = await advance(office, matters[place])
      await office.call('kernel.make-checkpoint', law, {})
      if (how === 'no outbox') await tellOnce(office, receiver)
      else if (!(await pass(office, id, minute % 7 === 0 && minute > awayMinutes))) crashes += 1
      office.clock.advance(60_000)
    }
    return { heard: receiver.heard.length, refused: receiver.refused, twice: receiver.heard.length - new Set(receiver.heard.map((told) => told.id)).size, crashes, faults: faultsOf(receiver, matters) }
  } finally {
    await receiver.close()
    await office.close()
  }
}

/** One look at the outbox; false if the program was killed at it: the first message went out and nobody wrote that down. */
async function pass(office: TestOffice, id: string, killed: boolean): Promise<boolean> {
  await office.call('webhooks.fill-outbox', law, {})
  const send = httpTransport(blockListOf(['127.0.0.0/8']))
  const dying: Transport = async (message) => {
    await send(message)
    throw new Error('killed')
  }
  return deliverDue({ db: office.database.db, services: office.app.services }, id, killed ? dying : send).then(() => true, () => false)
}

/** As a program does that tells at once and forgets: what is not heard is gone. */
async function tellOnce(office: TestOffice, receiver: Receiver): Promise<void> {
  const { rows } = await office.database.pool.query<Told & { number: string; kind: string }>(`SELECT encode(e.hash, 'hex') AS id, e.seq, m.number, m.kind FROM matter_events e JOIN matters m ON m.id = e.matter_id WHERE e.at = $1`, [office.clock.now()])
  for (const { number, kind, ...told } of rows) await fetch(receiver.address, { method: 'POST', body: JSON.stringify({ ...told, matter: { number, kind } }) }).then((answer) => answer.body?.cancel(), () => undefined)
}

let opened = 0

/** Opens a matter, or gives it one step more. */
async function advance(office: TestOffice, matter: Matter | undefined): Promise<Matter> {
  let after: Matter | undefined
  const operation = defineOperation({
    name: 'trial.advance', summary: '', kind: 'command', access: 'public', input: z.object({}), output: z.object({}), refusals: [],
    run: async (ctx) => {
      after = matter === undefined
        ? await openMatter(ctx, { id: newId(ctx.now.getTime()), number: `DRILL${(opened += 1)}`, kind: errandLifecycle.kind, regionCode: '', subjectId: null, itemVersionId: null, leadUnitId: null, channel: 'office' }, { command: 'ask', to: 'asked' })
        : await recordStep(ctx, errandLifecycle, matter, matter.state === 'asked' ? { command: 'takeUp', to: 'inHand' } : { command: 'note', to: 'inHand' })
      return {}
    },
  })
  await office.app.run(operation, { kind: 'system', name: 'job' }, {})
  if (after === undefined) throw new Error('no step was taken')
  return after
}

/** The other system: away, or taking messages and refusing every ninth that it has not seen yet. */
class Receiver {
  away = true
  secret = ''
  refused = 0
  badlySigned = 0
  readonly heard: Told[] = []
  readonly #server: Server
  readonly #refusedOnce = new Set<string>()

  private constructor() {
    this.#server = createServer((request, response) => {
      if (this.away) {
        this.refused += 1
        request.destroy()
        return
      }
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.on('end', () => response.writeHead(this.#take(body, String(request.headers['yimen-signature']))).end())
    })
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver()
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/in`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #take(body: string, signature: string): number {
    const told = JSON.parse(body) as Told
    const seconds = /^t=(\d+),/.exec(signature)?.[1] ?? ''
    if (signature !== `t=${seconds},hmac-sm3=${hmacSm3(Buffer.from(this.secret, 'hex'), `${seconds}.${body}`).toString('hex')}`) this.badlySigned += 1
    if (Number.parseInt(told.id.slice(0, 4), 16) % 9 === 0 && !this.#refusedOnce.has(told.id)) {
      this.#refusedOnce.add(told.id)
      this.refused += 1
      return 422
    }
    this.heard.push(told)
    return 204
  }
}

function faultsOf({ heard, badlySigned }: Receiver, matters: readonly Matter[]): readonly string[] {
  const first = new Map(heard.toReversed().map((told) => [told.id, told]))
  const steps = Map.groupBy(heard.filter((told, place) => heard.findIndex(({ id }) => id === told.id) === place), ({ matter }) => matter.number)
  return [
    ...none(matters.length * stepsOfMatter - first.size, 'events were lost'),
    ...none(matters.filter(({ number }) => (steps.get(number) ?? []).some(({ seq }, place) => seq !== place + 1)).length, 'matters were told of out of order'),
    ...none(badlySigned, 'messages without a right signature'),
  ]
}
