import { randomness } from '#kernel/crypto/randomness.ts'
import type { LiveHub, Watcher } from './live-hub.ts'

const beatMs = 15_000

/** So many messages may wait for somebody who does not read them; then he is let go. */
const mostUnread = 100

/**
 * A stream of server-sent events for one page (WHATWG HTML, 9.2): `changed`, with the new token as its id and nothing else, and a
 * comment now and then, so that a dead line is noticed.
 */
export function eventStream(hub: LiveHub, page: Pick<Watcher, 'owner' | 'watched' | 'seen'>): Response {
  const encoder = new TextEncoder()
  let stop = (): void => undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true
        const send = (text: string): void => {
          if (!open) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < 0) leave()
        }
        const end = (): void => {
          clearInterval(beat)
          if (open) controller.close()
          open = false
        }
        const leave = hub.join({ ...page, changed: (token) => send(`event: changed\nid: ${token}\ndata: ${token}\n\n`), end })
        const beat = setInterval(() => send(':\n\n'), beatMs).unref()
        stop = () => {
          open = false
          leave()
        }
        send(`retry: ${comeAgainMs()}\n\n`)
      },
      cancel: () => stop(),
    },
    { highWaterMark: mostUnread },
  )
  return new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } })
}

/** Each page waits a while of its own before it comes again, so that those who lost the server together do not come back together. */
function comeAgainMs(): number {
  return 3_000 + randomness().below(7_000)
}
