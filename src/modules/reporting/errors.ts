import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why the reporting module says no. Texts: `errors` in the locale files. */
export const reportingErrors = {
  metricUnknown: { code: 'reporting.metric-unknown', kind: 'not-found' },
  dimensionUnknown: { code: 'reporting.dimension-unknown', kind: 'unprocessable' },
  listNotYours: { code: 'reporting.list-not-yours', kind: 'forbidden' },
  placeUnknown: { code: 'reporting.place-unknown', kind: 'unprocessable' },
  templateShape: { code: 'reporting.template-shape', kind: 'unprocessable' },
  templateParts: { code: 'reporting.template-parts', kind: 'unprocessable' },
  templateNotFromToday: { code: 'reporting.template-not-from-today', kind: 'unprocessable' },
  reportNotFound: { code: 'reporting.report-not-found', kind: 'not-found' },
  reportNotWritten: { code: 'reporting.report-not-written', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>
