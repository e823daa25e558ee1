import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { reportingErrors } from '../errors.ts'
import { contentTypes, fileNameOf } from '../report/write.ts'
import { findRequest } from '../store/requests.ts'

/** A report for who asked for it; to everyone else there is none. */
export const getReportFile = defineOperation({
  name: 'reporting.get-report-file',
  summary: 'Gives a written report to who asked for it',
  kind: 'query',
  http: { method: 'GET', path: '/report-requests/{id}/file' },
  access: { permission: 'reporting:read-reports' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.unknown(),
  refusals: [reportingErrors.reportNotFound, reportingErrors.reportNotWritten],
  examples: [{ summary: 'A report just written', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const request = await findRequest(ctx.db, id)
    if (request === undefined || request.requestedBy !== actorOf(ctx.caller)) throw new Refusal(reportingErrors.reportNotFound)
    if (request.contentHash === null) throw new Refusal(reportingErrors.reportNotWritten)
    const chunks: Uint8Array[] = []
    for await (const chunk of await ctx.services.files.get(request.contentHash)) chunks.push(chunk)
    return new FileAnswer(Buffer.concat(chunks), contentTypes[request.format], fileNameOf(request))
  },
})
