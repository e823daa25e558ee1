import { defineOperation } from '#kernel/contract/operation.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { AnnualQuestion, AnnualTable, annualTable } from '../annual-table.ts'
import { disclosureErrors } from '../errors.ts'

export const getAnnualTable = defineOperation({
  name: 'disclosure.get-annual-table',
  summary: 'Gives the statistic tables of the annual report of a unit, or for supervisors of all units together',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/annual-table' },
  access: { permission: 'disclosure:read-table' },
  input: AnnualQuestion,
  output: AnnualTable,
  refusals: [disclosureErrors.requestUnknown, disclosureErrors.yearFuture, organisationErrors.unitUnknown],
  examples: [{ summary: 'The market bureau in 2026', input: { year: 2026, unitId: 'shichang-jianguan' } }],
  run: annualTable,
})
