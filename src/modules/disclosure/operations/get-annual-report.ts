import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { AnnualReportNumber, getAnnualReportFor, ShownAnnualReport, shownAnnualReport } from '../annual-report.ts'
import { disclosureErrors } from '../errors.ts'

export const getAnnualReport = defineOperation({
  name: 'disclosure.get-annual-report',
  summary: 'Shows whether the annual report of a unit is published, and by when it is to be',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/annual-reports/{number}' },
  access: { permission: 'disclosure:read-table' },
  input: z.object({ number: AnnualReportNumber }),
  output: ShownAnnualReport,
  refusals: [disclosureErrors.annualReportUnknown],
  examples: [{ summary: 'The report about 2026', input: { number: 'NB202701010001' } }],
  async run(ctx, { number }) {
    return shownAnnualReport(ctx, await getAnnualReportFor(ctx, number, false))
  },
})
