import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Answer {
  readonly status: number
  readonly body: string
}

/** One POST over a kept connection; both servers are asked through it, so that the client weighs the same on each. */
export function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    sent.on('error', reject).end(body)
  })
}

/** Times of one kind of call in milliseconds. */
export class Times {
  readonly #each: number[] = []

  add(ms: number): void {
    this.#each.push(ms)
  }

  get count(): number {
    return this.#each.length
  }

  /** The time that `share` of the calls did not exceed. */
  at(share: number): number {
    const sorted = this.#each.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }
}

/** Lets `width` clients take one lifecycle after the other for `seconds`; gives back lifecycles and steps per second and the times of each step. */
export async function drive(width: number, seconds: number, lifecycle: (note: (step: string, ms: number) => void) => Promise<void>): Promise<{ readonly lifecycles: number; readonly steps: number; readonly times: ReadonlyMap<string, Times> }> {
  const times = new Map<string, Times>()
  let [whole, steps] = [0, 0]
  const note = (step: string, ms: number): void => {
    const known = times.get(step) ?? new Times()
    times.set(step, known)
    known.add(ms)
    steps += 1
  }
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(Array.from({ length: width }, async () => {
    while (performance.now() < until) {
      await lifecycle(note)
      whole += 1
    }
  }))
  const took = (performance.now() - started) / 1000
  return { lifecycles: whole / took, steps: steps / took, times }
}
