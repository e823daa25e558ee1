import { Hono } from 'hono'
import type { Meters } from '#kernel/observability/meters.ts'
import { listen } from './listen.ts'

/** A listener of its own on loopback, so that no proxy can show the figures to the world by mistake; port 0 takes a free one. */
export function listenForMetrics(meters: Meters, port: number): ReturnType<typeof listen> {
  const app = new Hono()
  app.get('/metrics', async (c) => c.text(await meters.text(), 200, { 'content-type': meters.contentType }))
  return listen(app, { host: '127.0.0.1', port })
}
