import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { listEvidence } from '#kernel/evidence/evidence.ts'
import { findFiles } from '#kernel/files/store.ts'
import { verifyChain } from '#kernel/ledger/hash-chain.ts'
import { Hash } from '#kernel/ledger/schema.ts'
import { listEvents } from '#kernel/matter/store.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'

const ArchivePackage = z.object({
  format: z.literal('yimen-case-archive/1'),
  exportedAt: z.string(),
  case: z.object({ number: z.string(), item: z.string(), implementCode: z.string(), itemVersionId: z.string(), applicant: z.string(), unit: z.string(), state: z.string(), outcome: z.string().nullable(), openedAt: z.string(), closedAt: z.string().nullable(), certificate: z.string().nullable() }),
  documents: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string(), issuedAt: z.string(), verificationCode: z.string(), address: z.string() })),
  evidence: z.array(z.object({ requirement: z.string(), state: z.string(), source: z.string(), providedAt: z.string(), certificate: z.string().nullable(), contentHash: z.string().nullable(), address: z.string().nullable() })),
  ledger: z.object({ intact: z.boolean(), headHash: Hash, events: z.array(z.object({ seq: z.int(), hashedAt: z.string(), actor: z.string(), command: z.string(), from: z.string().nullable(), to: z.string(), detail: z.record(z.string(), z.unknown()), prevHash: Hash, hash: Hash })) }),
})

/**
 * The manifest of the electronic file (电子档案) of a closed case: its documents and evidence with the hash of every file and
 * where to read it, its certificate, and its whole ledger (国务院关于在线政务服务的若干规定 art. 12). Names stay masked.
 */
export const getArchivePackage = defineOperation({
  name: 'cases.get-archive-package',
  summary: 'Shows the archive manifest of a closed case: documents, evidence with hashes, certificate and ledger',
  kind: 'query',
  http: { method: 'GET', path: '/cases/{number}/archive' },
  access: { permission: 'cases:read-archive' },
  input: z.strictObject({ number: CaseNumber }),
  output: ArchivePackage,
  refusals: [caseErrors.unknown, caseErrors.stillOpen],
  examples: [{ summary: 'An archived case', input: { number: '11440114MB2C0000194440123020000202609070001' } }],
  async run(ctx, { number }) {
    const { matter, detail } = await seeCase(ctx, number, false)
    if (matter.closedAt === null) throw new Refusal(caseErrors.stillOpen)
    const [documents, evidence, events] = [await listDocuments(ctx.db, matter.id), await listEvidence(ctx.db, matter.id), await listEvents(ctx.db, matter.id)]
    const hashes = new Map((await findFiles(ctx.db, evidence.flatMap((one) => one.fileId ?? []))).map((file) => [file.id, file.contentHash]))
    const chain = verifyChain(events.map((event) => ({ ...event, matterId: matter.id, at: event.at.toISOString() })))
    const address = `/api/v1/cases/${number}`
    return {
      format: 'yimen-case-archive/1' as const,
      exportedAt: instantText(ctx.now),
      case: {
        number,
        item: detail.item_name,
        implementCode: detail.implement_code,
        itemVersionId: matter.itemVersionId ?? '',
        applicant: detail.applicant_name,
        unit: matter.leadUnitId ?? '',
        state: matter.state,
        outcome: matter.outcome,
        openedAt: instantText(matter.openedAt),
        closedAt: instantText(matter.closedAt),
        certificate: detail.certificate_identifier,
      },
      documents: documents.map(({ id, kind, number: documentNumber, issuedAt, verificationCode }) => ({ id, kind, number: documentNumber, issuedAt: instantText(issuedAt), verificationCode, address: `${address}/documents/${id}` })),
      evidence: evidence.map((one) => ({
        requirement: one.requirement,
        state: one.state,
        source: one.source,
        providedAt: instantText(one.providedAt),
        certificate: one.certificateId,
        contentHash: (one.fileId === null ? undefined : hashes.get(one.fileId)) ?? null,
        address: one.fileId === null ? null : `${address}/files/${one.fileId}`,
      })),
      ledger: { intact: chain.ok && chain.head === matter.headHash, headHash: matter.headHash, events: events.map(({ at, ...event }) => ({ ...event, hashedAt: at.toISOString() })) },
    }
  },
})
