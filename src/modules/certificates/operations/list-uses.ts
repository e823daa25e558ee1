import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { mustActFor } from '../access.ts'
import { certificateErrors } from '../errors.ts'
import { CertificateIdentifier, Page } from '../schema.ts'
import { findCertificateRow } from '../store/certificate-rows.ts'
import { listUsesOf } from '../store/use-rows.ts'

/** The holder sees who used his certificate, when, in which matter and for what (个人信息保护法 art. 44, 45). */
export const listUses = defineOperation({
  name: 'certificates.list-uses',
  summary: 'Every recorded use of a certificate, for its holder, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/certificates/{identifier}/uses' },
  access: { permission: 'certificates:read-own' },
  input: z.object({ identifier: CertificateIdentifier, ...Page }),
  output: z.object({
    items: z.array(z.object({ usedAt: z.string(), matterId: z.string(), purpose: z.string(), actor: z.string() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: [certificateErrors.unknown],
  examples: [{ summary: 'Who used it', input: { identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U' } }],
  async run(ctx, { identifier, limit, cursor }) {
    const certificate = await findCertificateRow(ctx.db, identifier)
    if (certificate === undefined) throw new Refusal(certificateErrors.unknown)
    if (ctx.caller.kind !== 'system') await mustActFor(ctx, certificate.holder_id)
    const rows = await listUsesOf(ctx.db, { certificateId: certificate.id, limit: limit + 1, cursor })
    const page = rows.slice(0, limit)
    return {
      items: page.map((use) => ({ usedAt: instantText(use.used_at), matterId: use.matter_id, purpose: use.purpose, actor: use.actor })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
