import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { contentTypes, fileNameOf, writeBytes } from '../report/write.ts'
import { isPeriod, REPORT_FORMATS } from '../schema.ts'

/** The half-year report: Word to hand in, a workbook to check it line by line. A long one is better asked for as a request. */
export const getHalfYearReport = defineOperation({
  name: 'reporting.get-half-year-report',
  summary: 'Writes the half-year report as a Word file, or every figure with its definition and list as a workbook',
  kind: 'query',
  http: { method: 'GET', path: '/reports/half-year' },
  access: { permission: 'reporting:read-reports' },
  rate: { perMinute: 6 },
  input: z.strictObject({ from: Day, to: Day, format: z.enum(REPORT_FORMATS).default('docx') }).refine(isPeriod, { path: ['to'] }),
  output: z.unknown(),
  refusals: [],
  examples: [{ summary: 'January to May 2018', input: { from: '2018-01-01', to: '2018-05-31' } }],
  async run(ctx, asked) {
    const report = { kind: 'half-year', ...asked } as const
    return new FileAnswer(await writeBytes(ctx, report), contentTypes[report.format], fileNameOf(report))
  },
})
