import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { getAnnualReportFor } from '../annual-report.ts'
import { disclosureErrors } from '../errors.ts'

const view: MatterView<'disclosure', 'annual-report'> = {
  module: 'disclosure',
  path: '/disclosure/annual-reports',
  kind: 'annual-report',
  access: { permission: 'disclosure:read-table' },
  refusals: [disclosureErrors.annualReportUnknown],
  load: async (ctx, number) => (await getAnnualReportFor(ctx, number, false)).matter,
}

export const getAnnualReportLedger = defineLedgerOperation(view)
export const getAnnualReportClock = defineClockOperation(view)
