import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { reportingErrors } from '../errors.ts'
import { writeBytes } from '../report/write.ts'
import { findRequest, markWritten } from '../store/requests.ts'

/** Writes a report that somebody asked for and keeps the file. Done twice, the first file stays. */
export const writeReport = defineOperation({
  name: 'reporting.write-report',
  summary: 'Writes a report that somebody asked for',
  kind: 'command',
  access: { permission: 'reporting:write-reports' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  refusals: [reportingErrors.reportNotFound],
  async run(ctx, { id }) {
    const request = await findRequest(ctx.db, id)
    if (request === undefined) throw new Refusal(reportingErrors.reportNotFound)
    if (request.writtenAt !== null) return {}
    const { hash, size } = await ctx.services.files.put(await writeBytes(ctx, request))
    await markWritten(ctx.db, id, { at: ctx.now, hash, size })
    return {}
  },
})
