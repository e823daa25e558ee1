import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { addLimit } from '#kernel/time/limits.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { supervisionErrors } from './errors.ts'
import { findingLifecycle } from './lifecycle.ts'
import { note } from './notes.ts'
import { openOwnMatter } from './open-own-matter.ts'
import { raiseMeasures } from './raise-measures.ts'
import { clock } from './rules/clocks.ts'
import { pointsOf } from './rules/ladder.ts'
import { isHeardLate } from './rules/signal-finding.ts'
import type { EvidenceReference, FindingGrade, FindingSource, Violation } from './schema.ts'
import { supervisionSettings } from './settings.ts'
import { holdMonth, insertFinding, type NewFinding } from './store/findings.ts'
import { tellConcerned } from './tell.ts'

/** The task of the unit from opening to its explanation. */
export const explainTask = 'explain-finding'
/** The task of the inspectors while an appeal is open. */
export const appealTask = 'decide-finding-appeal'

/** What was found, whoever found it. */
export interface Found {
  readonly source: FindingSource
  readonly grade: FindingGrade
  readonly violation: Violation
  readonly unitId: string
  readonly staffId?: string | null
  readonly windowId?: string | null
  readonly evidence: readonly EvidenceReference[]
  readonly text?: string | undefined
  readonly signalId?: string
  /** When it happened, if the register hears of it only now. */
  readonly foundAt?: Date
}

export interface OpenedFinding {
  readonly matter: Matter
  readonly points: number
  readonly measures: readonly string[]
}

/**
 * Opens a finding in the register (S-13) in the transaction of what led to it: its points by the local rules, the unit's explanation due
 * (S-03), and whatever the ladder asks for (S-05). A minor one is a reminder: it is closed at once and may still be appealed. Nothing
 * without evidence and recorder (S-06). What is heard of late stands in its own month, closed: no explanation, no measure, nobody is told.
 */
export async function openFinding(ctx: Ctx, found: Found): Promise<OpenedFinding> {
  if (found.evidence.length === 0) throw new Refusal(supervisionErrors.evidenceMissing)
  const rules = settingsAt(ctx, supervisionSettings)
  const foundAt = found.foundAt ?? ctx.now
  const late = isHeardLate(foundAt, ctx.now)
  const closes = late || found.grade === 'minor'
  const explain = clock({ id: newId(ctx.now.getTime()), name: 'explain', budget: rules.explanation, unitId: found.unitId, at: ctx.now })
  const calendar = ctx.services.legalCalendar.of({ regionCode: (await getOffice(ctx.db)).regionCode, hallId: null })
  const dueAt = dueOf(explain, calendar).dueAt
  const points = pointsOf(found, rules)
  const month = dayOf(foundAt).slice(0, 7)
  await holdMonth(ctx.db, found.unitId, month)
  const matter = await openOwnMatter(
    ctx,
    { kind: 'finding', leadUnitId: found.unitId, channel: found.source },
    {
      command: 'open',
      to: 'opened',
      detail: { source: found.source, grade: found.grade, violation: found.violation, points, evidence: found.evidence },
      ...(!closes && { timers: [explain], assign: [{ task: explainTask, unitId: found.unitId, role: 'unitHead', ...(dueAt !== undefined && { dueAt }) }] }),
    },
  )
  const entry: NewFinding = {
    id: matter.id,
    source: found.source,
    grade: found.grade,
    violation: found.violation,
    unitId: found.unitId,
    staffId: found.staffId ?? null,
    windowId: found.windowId ?? null,
    points,
    recorder: actorOf(ctx.caller),
    signalId: found.signalId ?? null,
    evidence: found.evidence,
    foundAt,
    enteredAt: ctx.now,
    month,
    appealUntil: addLimit(calendar, ctx.now, rules.appealWithin).at,
  }
  await insertFinding(ctx.db, entry)
  if (found.text !== undefined) await note(ctx, matter.id, 'open', found.text)
  if (!late) await tellConcerned(ctx, { ...entry, matterId: matter.id }, closes ? 'finding-reminder' : 'finding-opened', { number: matter.number })
  if (closes) return { matter: await recordStep(ctx, findingLifecycle, matter, { command: 'close', to: 'closed', outcome: late ? 'heardLate' : 'reminded' }), points, measures: [] }
  return { matter, points, measures: await raiseMeasures(ctx, entry, matter.number) }
}
