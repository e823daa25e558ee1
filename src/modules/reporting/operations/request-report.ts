import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { Day, yearOf } from '#kernel/time/day.ts'
import { annualTable, disclosureErrors } from '#modules/disclosure/index.ts'
import { FORMATS_OF, isPeriod, REPORT_FORMATS, REPORT_KINDS } from '../schema.ts'
import { insertRequest } from '../store/requests.ts'

/** Asks for a report: a job writes it, then it lies ready as it was written. The annual report on disclosure is for who may read its tables. */
export const requestReport = defineOperation({
  name: 'reporting.request-report',
  summary: 'Asks for a report, which a job writes and keeps',
  kind: 'command',
  http: { method: 'POST', path: '/report-requests', status: 201 },
  access: { permission: 'reporting:read-reports' },
  rate: { perMinute: 10 },
  input: z
    .strictObject({ kind: z.enum(REPORT_KINDS), format: z.enum(REPORT_FORMATS), from: Day, to: Day })
    .refine(isPeriod, { path: ['to'] })
    .refine(({ kind, format }) => FORMATS_OF[kind].includes(format), { path: ['format'] }),
  output: z.object({ id: z.string() }),
  refusals: [disclosureErrors.requestUnknown, disclosureErrors.yearFuture],
  examples: [{ summary: 'January to May 2018 as Word', input: { kind: 'half-year', format: 'docx', from: '2018-01-01', to: '2018-05-31' } }],
  async run(ctx, { kind, format, from, to }) {
    if (kind === 'disclosure-annual') await annualTable(ctx, { year: yearOf(from) })
    const id = newId(ctx.now.getTime())
    await insertRequest(ctx.db, { id, kind, format, from, to, requestedAt: ctx.now, requestedBy: actorOf(ctx.caller) })
    ctx.addJob('reporting.write-report', { id })
    return { id }
  },
})
