import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** One answered request: the operation, or `page`, `file`, `other`; never an address, which may name a matter. */
export interface Answered {
  readonly operation: string
  readonly method: string
  readonly status: number
  readonly seconds: number
}

/** A number as of the moment at which the metrics are read, and what it counts. */
export interface Figure {
  readonly name: string
  readonly help: string
  readonly value: number
}

export interface Meters {
  observe(answered: Answered): void
  /** Everything in Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
}

/**
 * The figures of this process: requests and their durations, the event loop, memory; and those that `figures` reads when they
 * are asked for. Where `figures` fails (the database is away), the others are still told and `yimen_figures_read` is 0.
 */
export function createMeters(figures: () => Promise<readonly Figure[]>): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({ name: 'yimen_requests_total', help: 'answered requests by operation, method and status', labelNames: ['operation', 'method', 'status'], registers: [registry] })
  const durations = new Histogram({
    name: 'yimen_request_seconds',
    help: 'time from the head of a request to its answer by operation',
    labelNames: ['operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const read = new Gauge({ name: 'yimen_figures_read', help: '1 if the figures of the office could be read from its database just now', registers: [registry] })
  const gauges = new Map<string, Gauge>()
  const gaugeOf = ({ name, help }: Figure): Gauge => {
    const gauge = gauges.get(name) ?? new Gauge({ name, help, registers: [registry] })
    gauges.set(name, gauge)
    return gauge
  }
  return {
    contentType: registry.contentType,
    observe({ operation, method, status, seconds }) {
      requests.inc({ operation, method, status })
      durations.observe({ operation }, seconds)
    },
    async text() {
      const found = await figures().catch(() => undefined)
      read.set(found ? 1 : 0)
      // A figure of an hour ago must not pass for today's.
      if (!found) for (const gauge of gauges.values()) gauge.reset()
      for (const figure of found ?? []) gaugeOf(figure).set(figure.value)
      return registry.metrics()
    },
  }
}
