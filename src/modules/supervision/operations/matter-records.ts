import { Refusal } from '#kernel/errors/refusal.ts'
import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { findMatterById } from '#kernel/matter/store.ts'
import { reachComplaint } from '../complaint-view.ts'
import { supervisionErrors } from '../errors.ts'
import { reachFinding } from '../finding-view.ts'
import { reachMeasure } from '../measure-view.ts'
import { reachOpening } from '../opening-view.ts'
import { reachPatrol } from '../patrol-view.ts'
import { reachSample } from '../sample-view.ts'
import { findBulletin } from '../store/bulletins.ts'

const module = 'supervision'
const read = { permission: 'supervision:read' } as const
/** What is planned and drawn is read by who inspects and who oversees, not by who is looked at (S-06). */
const readOffice = { permission: 'supervision:read-office' } as const

const finding: MatterView<'supervision', 'finding'> = { module, path: '/findings', kind: 'finding', access: read, refusals: [supervisionErrors.findingUnknown], load: async (ctx, number) => (await reachFinding(ctx, number, false)).finding.matter }
const complaint: MatterView<'supervision', 'complaint'> = { module, path: '/service-complaints', kind: 'complaint', access: { permission: 'supervision:read-complaints' }, refusals: [supervisionErrors.complaintUnknown], load: async (ctx, number) => (await reachComplaint(ctx, number, false)).complaint.matter }

export const getFindingLedger = defineLedgerOperation(finding)
export const getFindingClock = defineClockOperation(finding)
export const getComplaintLedger = defineLedgerOperation(complaint)
export const getComplaintClock = defineClockOperation(complaint)
export const getMeasureLedger = defineLedgerOperation({ module, path: '/measures', kind: 'measure', access: read, refusals: [supervisionErrors.measureUnknown], load: async (ctx, number) => (await reachMeasure(ctx, number, false)).measure.matter })
export const getPatrolLedger = defineLedgerOperation({ module, path: '/patrols', kind: 'patrol', access: readOffice, refusals: [supervisionErrors.patrolUnknown], load: async (ctx, number) => (await reachPatrol(ctx, number, false)).matter })
export const getOpeningLedger = defineLedgerOperation({ module, path: '/box-openings', kind: 'opening', access: readOffice, refusals: [supervisionErrors.openingUnknown], load: async (ctx, number) => (await reachOpening(ctx, number, false)).matter })
export const getSampleLedger = defineLedgerOperation({ module, path: '/reply-samples', kind: 'sample', access: readOffice, refusals: [supervisionErrors.sampleUnknown], load: async (ctx, number) => (await reachSample(ctx, number, false)).matter })
export const getBulletinLedger = defineLedgerOperation({
  module,
  path: '/bulletins',
  kind: 'bulletin',
  access: read,
  refusals: [supervisionErrors.bulletinUnknown],
  async load(ctx, number) {
    const bulletin = await findBulletin(ctx.db, number)
    const matter = bulletin && (await findMatterById(ctx.db, bulletin.id, false))
    if (matter === undefined) throw new Refusal(supervisionErrors.bulletinUnknown)
    return matter
  },
})
