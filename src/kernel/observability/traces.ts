import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#kernel/log/log.ts'
import type { Observer } from './observer.ts'

/** One span of OTLP/HTTP in JSON (opentelemetry-proto, trace/v1): identifiers in hexadecimal, instants in nanoseconds as text. */
interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: 2
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue: string } | { readonly intValue: string } }[]
  readonly status: { readonly code: 0 | 2 }
}

export interface TraceOptions {
  /** Address of a collector that takes OTLP over HTTP, such as `http://127.0.0.1:4318/v1/traces`. */
  readonly collector: string
  /** Milliseconds since 1970 by the machine's clock. */
  readonly clock: () => number
  readonly log: Log
}

export interface Traces extends Observer {
  /** Sends what is left. */
  close(): Promise<void>
}

const sendEveryMs = 2_000
/** While the collector is away the newest spans are dropped beyond this: traces never cost the office its memory. */
const mostKept = 5_000

/**
 * Sends one server span for each request to a collector, by batch, in the background; continues the trace of a caller that
 * sent a W3C `traceparent`. Spans name the operation and the status, never an address, a person or an input.
 */
export function createTraces({ collector, clock, log }: TraceOptions): Traces {
  const stopping = new AbortController()
  let spans: Span[] = []
  let failing = false

  async function send(): Promise<void> {
    if (spans.length === 0) return
    const batch = spans
    spans = []
    try {
      const body = JSON.stringify({ resourceSpans: [{ resource: { attributes: [{ key: 'service.name', value: { stringValue: 'yimen' } }] }, scopeSpans: [{ scope: { name: 'yimen' }, spans: batch }] }] })
      const answer = await fetch(collector, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(sendEveryMs) })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the collector answered ${answer.status}`)
      failing = false
    } catch (fault) {
      if (!failing) log.warn('traces not sent', { reason: fault instanceof Error ? fault.message : String(fault) })
      failing = true
    }
  }

  const sending = (async () => {
    while (!stopping.signal.aborted) {
      await pause(sendEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      await send()
    }
  })()

  return {
    begin({ method, requestId, parent }) {
      const [, traceId = randomBytes(16).toString('hex'), parentSpanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(parent ?? '') ?? []
      const startedAt = clock()
      return ({ operation, status }) => {
        if (spans.length >= mostKept) return
        spans.push({
          traceId,
          spanId: randomBytes(8).toString('hex'),
          ...(parentSpanId !== undefined && { parentSpanId }),
          name: operation,
          kind: 2,
          startTimeUnixNano: nanoseconds(startedAt),
          endTimeUnixNano: nanoseconds(clock()),
          attributes: [
            { key: 'http.request.method', value: { stringValue: method } },
            { key: 'http.response.status_code', value: { intValue: String(status) } },
            { key: 'yimen.request_id', value: { stringValue: requestId } },
          ],
          status: { code: status >= 500 ? 2 : 0 },
        })
      }
    },
    async close() {
      stopping.abort()
      await sending
    },
  }
}

function nanoseconds(milliseconds: number): string {
  return `${BigInt(Math.round(milliseconds * 1000)) * 1000n}`
}
