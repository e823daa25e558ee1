import { get } from 'node:http'

/** Milliseconds from the request to the first byte of the page. */
export interface FirstByte {
  readonly median: number
  readonly p95: number
}

const warmUps = 20
const requests = 100

/** Asks for a page again and again over one connection of the loopback, after the server has warmed up. */
export async function measureFirstByte(address: string, cookie: string): Promise<FirstByte> {
  const times: number[] = []
  for (let request = 0; request < warmUps + requests; request += 1) {
    const time = await firstByteOf(address, cookie)
    if (request >= warmUps) times.push(time)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

function firstByteOf(address: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const request = get(address, { headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
      response.once('data', () => resolve(performance.now() - started))
      response.resume()
    })
    request.once('error', reject)
  })
}
