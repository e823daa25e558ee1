import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { halfYearWord, halfYearWorkbook } from '../report/half-year.ts'
import { isPeriod } from '../schema.ts'

const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The half-year report: Word to hand in, a workbook to check it line by line. */
export const getHalfYearReport = defineOperation({
  name: 'reporting.get-half-year-report',
  summary: 'Writes the half-year report as a Word file, or every figure with its definition and list as a workbook',
  kind: 'query',
  http: { method: 'GET', path: '/reports/half-year' },
  access: { permission: 'reporting:read-reports' },
  rate: { perMinute: 6 },
  input: z.strictObject({ from: Day, to: Day, format: z.enum(['docx', 'xlsx']).default('docx') }).refine(isPeriod, { path: ['to'] }),
  output: z.unknown(),
  refusals: [],
  examples: [{ summary: 'January to May 2018', input: { from: '2018-01-01', to: '2018-05-31' } }],
  async run(ctx, { from, to, format }) {
    const bytes = format === 'docx' ? await halfYearWord(ctx, { from, to }) : await halfYearWorkbook(ctx, { from, to })
    return new FileAnswer(bytes, contentTypes[format], `half-year-${from}-${to}.${format}`)
  },
})
