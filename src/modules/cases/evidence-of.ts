import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import type { NewEvidence } from '#kernel/evidence/evidence.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { ChecklistLine } from '#modules/catalogue/index.ts'
import { useCertificate } from '#modules/certificates/index.ts'
import { caseErrors } from './errors.ts'
import { checkServes } from './rules/checklist.ts'
import type { EarlierMaterial } from './rules/reuse.ts'
import type { OfferedMaterial } from './schema.ts'

/** Whose materials, for which case. */
interface Target {
  readonly matterId: string
  readonly holderId: string
}

/**
 * Turns what was handed in into evidence: files must be the caller's own, certificates must be of the type that the material
 * names and hold, and their use is recorded (D-08), a gap is a promise whose time begins with acceptance (C-18).
 */
export async function offeredEvidence(ctx: Ctx, target: Target, lines: readonly ChecklistLine[], offered: readonly OfferedMaterial[]): Promise<readonly NewEvidence[]> {
  await claimFiles(ctx, offered.flatMap((offer) => (offer.by === 'file' ? [offer.fileId] : [])))
  const given: NewEvidence[] = []
  for (const offer of offered) given.push(await oneOf(ctx, target, lines, offer))
  return given
}

/** Materials that the applicant need not bring, because the office fetches them or the form says it (免提交), are evidence too. */
export function fetchedEvidence(ctx: Ctx, lines: readonly ChecklistLine[], offered: readonly OfferedMaterial[], verified: ReadonlyMap<string, EarlierMaterial>): readonly NewEvidence[] {
  const fetched = lines.filter((line) => line.status === 'EXEMPT' && !offered.some((offer) => offer.material === line.material.key))
  return fetched.map((line) => {
    const earlier = line.reason === 'VERIFIED_BEFORE' ? verified.get(line.material.name) : undefined
    return fresh(ctx, line.material.key, { source: 'shared', state: 'submitted', fileId: earlier?.fileId ?? null, provenance: { reason: line.reason, from: earlier?.caseNumber ?? line.source } })
  })
}

async function oneOf(ctx: Ctx, target: Target, lines: readonly ChecklistLine[], offer: OfferedMaterial): Promise<NewEvidence> {
  const line = lines.find((candidate) => candidate.material.key === offer.material)
  if (line === undefined) throw new Refusal(caseErrors.unknownMaterial, { material: offer.material })
  switch (offer.by) {
    case 'file':
      return fresh(ctx, offer.material, { source: ctx.caller.kind === 'staff' ? 'scan' : 'upload', fileId: offer.fileId, provenance: {} })
    case 'paper':
      return fresh(ctx, offer.material, { source: 'scan', provenance: { copies: offer.copies, seenBy: ctx.caller.kind === 'staff' ? ctx.caller.id : null } })
    case 'certificate': {
      const certificate = must(await useCertificate(ctx, { identifier: offer.identifier, holderId: target.holderId, matterId: target.matterId, purpose: `material:${offer.material}`, day: dayOf(ctx.now) }))
      must(checkServes(line.material, certificate))
      return fresh(ctx, offer.material, { source: 'certificate', certificateId: certificate.identifier, provenance: {} })
    }
    case 'gap':
    case 'pledge':
      return fresh(ctx, offer.material, { source: 'commitment', state: 'promised', provenance: { kind: offer.by } })
  }
}

function fresh(ctx: Ctx, requirement: string, evidence: Omit<NewEvidence, 'id' | 'requirement' | 'providedAt'>): NewEvidence {
  return { ...evidence, id: newId(ctx.now.getTime()), requirement, providedAt: ctx.now }
}
