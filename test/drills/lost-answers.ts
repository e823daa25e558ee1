import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { SentCommand } from '#test/harness/load.ts'
import { foodApplication } from '#test/harness/cases.ts'

/** One application that somebody wants to file once, and every answer that came for it. */
export interface Filing {
  readonly command: SentCommand
  readonly keyed: boolean
  readonly numbers: string[]
}

/** Everything that came back besides acknowledgements: statuses, 0 for a connection that broke; and what was wrong with the answers. */
export interface Trouble {
  readonly statuses: Map<number, number>
  readonly faults: string[]
}

export function newFiling(token: string, keyed: boolean): Filing {
  return { command: { token, path: '/cases', key: randomUUID(), body: foodApplication() }, keyed, numbers: [] }
}

export function newTrouble(): Trouble {
  return { statuses: new Map(), faults: [] }
}

/** Nobody asks for longer. */
const mostPatienceMs = 120_000

/** Sends a filing until it is acknowledged, giving up an answer that takes longer than `patienceMs` and asking again. */
export async function fileUntilAcknowledged(address: () => string, filing: Filing, trouble: Trouble, patienceMs: () => number): Promise<void> {
  const until = performance.now() + mostPatienceMs
  for (let attempt = 1; performance.now() < until; attempt++) {
    const response = await send(address(), filing, patienceMs()).catch(() => undefined)
    const answer = response?.ok ? ((await response.json().catch(() => undefined)) as { readonly number: string } | undefined) : undefined
    if (answer !== undefined) {
      filing.numbers.push(answer.number)
      return
    }
    await note(response, trouble)
    await pause(Math.min(20 * attempt, 250))
  }
  trouble.faults.push('a filing was not acknowledged within two minutes')
}

function send(address: string, { command, keyed }: Filing, patienceMs: number): Promise<Response> {
  const { token, path, key, body } = command
  return fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...(keyed && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  })
}

async function note(response: Response | undefined, { statuses, faults }: Trouble): Promise<void> {
  const status = response === undefined || response.ok ? 0 : response.status
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  if (response === undefined || response.ok) return
  const text = await response.text().catch(() => '')
  if (status !== 503 && status !== 409) faults.push(`answered ${status} ${text.slice(0, 200)}`)
  if (status === 503 && response.headers.get('retry-after') === null) faults.push('a 503 without Retry-After')
}

/** Numbers of all cases in the office. */
export async function storedCases(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ number: string }>(`SELECT number FROM matters WHERE kind = 'case'`)
  return rows.map(({ number }) => number)
}

/** What does not add up between what was filed and what is stored, beyond the cases that were there before. */
export function compare(filings: readonly Filing[], stored: readonly string[], before: ReadonlySet<string>): readonly string[] {
  const filed = filings.map(({ numbers }) => new Set(numbers))
  const told = filed.flatMap((numbers) => [...numbers])
  const acknowledged = new Set(told)
  const there = stored.filter((number) => !before.has(number))
  // A database that lost a case gives its number again: what was told to two filings is stored for one.
  const lost = [...acknowledged].filter((number) => !stored.includes(number)).length + told.length - acknowledged.size
  const extra = there.filter((number) => !acknowledged.has(number)).length
  const doubled = filed.filter((numbers) => numbers.size > 1).length
  return [
    ...(lost === 0 ? [] : [`${lost} acknowledged cases are lost`]),
    ...(extra === 0 ? [] : [`${extra} cases that nobody was told of`]),
    ...(doubled === 0 ? [] : [`${doubled} filings became more than one case`]),
  ]
}
