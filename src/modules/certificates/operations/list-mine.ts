import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { subjectErrors } from '#modules/subjects/index.ts'
import { mustActFor } from '../access.ts'
import { listedOf, summaryOf } from '../certificate-summary.ts'
import { certificateErrors } from '../errors.ts'
import { ListedCertificate, Page } from '../schema.ts'
import { listCertificatesOf } from '../store/certificate-rows.ts'

/** A person's own certificates, or those of an organisation or person he acts for in everything. */
export const listMine = defineOperation({
  name: 'certificates.list-mine',
  summary: 'The certificates of the signed-in person, or of a holder he acts for, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/certificates' },
  access: { permission: 'certificates:read-own' },
  input: z.object({ holderId: z.uuid().optional(), ...Page }),
  output: z.object({ items: z.array(ListedCertificate), nextCursor: z.string().nullable() }),
  refusals: [certificateErrors.unknown, subjectErrors.unknown],
  examples: [{ summary: 'The own certificates', input: {} }],
  async run(ctx, { holderId, limit, cursor }) {
    const holder = holderId ?? (ctx.caller.kind === 'person' ? ctx.caller.id : undefined)
    if (holder === undefined) throw new Refusal(certificateErrors.unknown)
    if (ctx.caller.kind !== 'system') await mustActFor(ctx, holder)
    const rows = await listCertificatesOf(ctx.db, { holderId: holder, limit: limit + 1, cursor })
    const page = rows.slice(0, limit)
    return { items: page.map((row) => listedOf(summaryOf(row), dayOf(ctx.now))), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
})
