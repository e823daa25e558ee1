import { Agent, request } from 'node:http'
import { Times } from '../lifecycle/client.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One request over a kept connection: its status and text. */
export function ask(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, agent, headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject).end(body)
  })
}

export interface Rate {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
}

/** Lets `width` clients ask again and again for `seconds`; throws for any answer but 2xx. */
export async function rateOf(width: number, seconds: number, act: () => Promise<{ readonly status: number; readonly text: string }>): Promise<Rate> {
  const times = new Times()
  const began = performance.now()
  await Promise.all(Array.from({ length: width }, async () => {
    while (performance.now() < began + seconds * 1000) {
      const from = performance.now()
      const { status, text } = await act()
      if (status < 200 || status > 299) throw new Error(`${status}: ${text.slice(0, 200)}`)
      times.add(performance.now() - from)
    }
  }))
  return { perSecond: times.count / ((performance.now() - began) / 1000), p50: times.at(0.5), p95: times.at(0.95) }
}
