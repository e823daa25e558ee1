import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the reporting module says no. Texts: `errors` in the locale files. */
export const reportingErrors = {
  metricUnknown: { code: 'reporting.metric-unknown', kind: 'not-found' },
  dimensionUnknown: { code: 'reporting.dimension-unknown', kind: 'unprocessable' },
} as const satisfies Record<string, RefusalType>
