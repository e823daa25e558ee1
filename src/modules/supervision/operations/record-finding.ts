import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { getStaff, getUnit, getWindow, organisationErrors } from '#modules/organisation/index.ts'
import { supervisionErrors } from '../errors.ts'
import { mustBeInspector } from '../inspector-only.ts'
import { openFinding } from '../open-finding.ts'
import { type EvidenceReference, FINDING_GRADES, Key, Note, StaffId, VIOLATIONS, WRITTEN_SOURCES } from '../schema.ts'
import { missingMatters } from '../store/findings.ts'

/** Video checks, third parties, mystery visits and great inspections (S-13). A finding needs evidence, a grade and a recorder; what follows from it is not typed (S-06). */
export const recordFinding = defineOperation({
  name: 'supervision.record-finding',
  summary: 'Records a finding with its evidence; what follows from it is worked out by the ladder',
  kind: 'command',
  http: { method: 'POST', path: '/findings', status: 201 },
  access: { permission: 'supervision:record' },
  input: z.object({
    source: z.enum(WRITTEN_SOURCES),
    grade: z.enum(FINDING_GRADES),
    violation: z.enum(VIOLATIONS),
    unitId: Key,
    staffId: StaffId.optional(),
    windowId: Key.optional(),
    text: Note,
    /** Files that the caller uploaded: a picture, a part of the recording, the report of the third party. */
    fileIds: z.array(z.uuid()).max(10).default([]),
    /** Numbers of cases or orders in which it shows. */
    matterNumbers: z.array(z.string().min(1).max(50)).max(10).default([]),
  }),
  output: z.object({ number: z.string(), points: z.number().int(), measures: z.array(z.string()) }),
  refusals: [supervisionErrors.notYourPart, supervisionErrors.evidenceMissing, supervisionErrors.evidenceUnknown, organisationErrors.unitUnknown, organisationErrors.staffUnknown, organisationErrors.windowUnknown, fileErrors.notFound],
  examples: [{ summary: 'Seen on the recording of a window', input: { source: 'video', grade: 'obvious', violation: 'leftPost', unitId: 'shichang-jianguan', text: '10时05分至10时21分窗口无人，未放置台牌。', matterNumbers: ['JC202609070001'] } }],
  async run(ctx, { fileIds, matterNumbers, ...found }) {
    await mustBeInspector(ctx)
    const evidence = await evidenceOf(ctx, found, fileIds, matterNumbers)
    const { matter, points, measures } = await openFinding(ctx, { ...found, staffId: found.staffId ?? null, windowId: found.windowId ?? null, evidence })
    await addEvidence(ctx.db, matter.id, fileIds.map((fileId, place) => ({ id: newId(ctx.now.getTime()), requirement: `finding-${place + 1}`, source: 'upload', fileId, provenance: {}, providedAt: ctx.now })))
    return { number: matter.number, points, measures: [...measures] }
  },
})

async function evidenceOf(ctx: Ctx, { unitId, staffId, windowId }: { readonly unitId: string; readonly staffId?: string | undefined; readonly windowId?: string | undefined }, fileIds: readonly string[], numbers: readonly string[]): Promise<readonly EvidenceReference[]> {
  await getUnit(ctx.db, unitId)
  if (staffId !== undefined) await getStaff(ctx.db, staffId)
  if (windowId !== undefined) await getWindow(ctx.db, windowId)
  await claimFiles(ctx, fileIds)
  const missing = await missingMatters(ctx.db, numbers)
  if (missing.length > 0) throw new Refusal(supervisionErrors.evidenceUnknown, { numbers: missing })
  return [...fileIds.map((reference) => ({ kind: 'file' as const, reference })), ...numbers.map((reference) => ({ kind: 'matter' as const, reference }))]
}
