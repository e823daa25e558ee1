import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { monthOf, Scorecard, scorecardsOf } from '../report/scorecards.ts'

/** What every unit did in a month, beside the month before. */
export const getScorecards = defineOperation({
  name: 'reporting.get-scorecards',
  summary: 'Computes the monthly scorecards of the units, each figure with its parts and the month before',
  kind: 'query',
  http: { method: 'GET', path: '/scorecards' },
  access: { permission: 'reporting:read-reports' },
  rate: { perMinute: 20 },
  /** Any day of the month. */
  input: z.strictObject({ month: Day }),
  output: z.object({ from: z.string(), to: z.string(), units: z.array(Scorecard) }),
  refusals: [],
  examples: [{ summary: 'May 2018', input: { month: '2018-05-01' } }],
  async run(ctx, { month }) {
    return { ...monthOf(month), units: [...(await scorecardsOf(ctx, month))] }
  },
})
