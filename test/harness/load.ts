import { randomUUID } from 'node:crypto'
import { foodApplication } from './cases.ts'

/** A command that was sent; `answer` is there once the server acknowledged it with 2xx. */
export interface SentCommand {
  readonly token: string
  readonly path: string
  readonly key: string
  readonly body: unknown
  status?: number
  answer?: CaseStep
}

/** What every command on a case answers with. */
export interface CaseStep {
  readonly number: string
  readonly state: string
  readonly version: number
}

/** Who takes a case through the office, each by bearer token. */
export interface Hands {
  readonly person: string
  readonly clerk: string
  readonly reviewer: string
  readonly countersigner: string
  readonly approver: string
}

type Send = (command: SentCommand) => Promise<Response>

/**
 * A client that takes case after case from application to delivery over HTTP, one command at a time, and remembers every command
 * that it sent. When an answer is lost it asks again under the same Idempotency-Key before it goes on, as a client should.
 */
export class CaseClient {
  readonly sent: SentCommand[] = []
  /** Statuses other than 2xx, 0 for a connection that broke. */
  readonly refused: number[] = []
  readonly #hands: Hands
  #current: CaseStep | undefined
  #step = 0

  constructor(hands: Hands) {
    this.#hands = hands
  }

  /** The command whose answer never came, if there is one. */
  get unanswered(): SentCommand | undefined {
    const last = this.sent.at(-1)
    return last?.answer === undefined ? last : undefined
  }

  /** Sends the next command, or again the one without an answer. Returns whether it was acknowledged. */
  async advance(send: Send): Promise<boolean> {
    const command = this.unanswered ?? this.#next()
    if (command !== this.sent.at(-1)) this.sent.push(command)
    const response = await send(command).catch(() => undefined)
    const answer = response?.ok ? ((await response.json().catch(() => undefined)) as CaseStep | undefined) : undefined
    if (response === undefined || answer === undefined) {
      this.refused.push(response?.ok === false ? response.status : 0)
      return false
    }
    command.status = response.status
    command.answer = answer
    this.#current = answer
    this.#step = (this.#step + 1) % 7
    return true
  }

  #next(): SentCommand {
    const { person, clerk, reviewer, countersigner, approver } = this.#hands
    const at = (token: string, command: string, body: unknown = {}): SentCommand => ({ token, path: `/cases/${this.#current?.number ?? ''}/${command}`, key: randomUUID(), body })
    const steps = [
      () => ({ token: person, path: '/cases', key: randomUUID(), body: foodApplication() }),
      () => at(clerk, 'accept'),
      () => at(reviewer, 'review', { opinion: 'agree', officers: ['HD0076', 'HD0077'] }),
      () => at(countersigner, 'review', { opinion: 'agree' }),
      () => at(approver, 'decide', { result: 'approve' }),
      () => at(approver, 'issue'),
      () => at(clerk, 'deliver'),
    ] as const
    return (steps[this.#step] ?? steps[0])()
  }
}

/** Sends a command to a server as a machine client does. */
export function sendTo(address: string): Send {
  return ({ token, path, key, body }) =>
    fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })
}

/** Tokens of those who take 食品经营许可 through the demo district: who is not named by the welcome text, the administrator issues one for. */
export async function handsOf({ address, tokens }: { readonly address: string; readonly tokens: ReadonlyMap<string, string> }): Promise<Hands> {
  const issue = async (staffId: string): Promise<string> => {
    const response = await fetch(`${address}/api/v1/staff/${staffId}/tokens`, { method: 'POST', headers: { authorization: `Bearer ${tokens.get('administrator')}` } })
    if (!response.ok) throw new Error(`no token for ${staffId}: ${response.status}`)
    return ((await response.json()) as { token: string }).token
  }
  const [reviewer, countersigner, approver] = await Promise.all([issue('HD0076'), issue('HD0106'), issue('HD0075')])
  return { person: tokens.get('person') ?? '', clerk: tokens.get('windowClerk') ?? '', reviewer, countersigner, approver }
}
