import { law } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { issueMeasureLetter } from './documents/issue-letter.ts'
import { measureLifecycle } from './lifecycle.ts'
import { openOwnMatter } from './open-own-matter.ts'
import { clock } from './rules/clocks.ts'
import { isTalk } from './rules/handling.ts'
import { type DueMeasure, losesGround, measuresDue } from './rules/ladder.ts'
import { supervisionSettings } from './settings.ts'
import { type Finding, listRecordings, type NewFinding, tallyOf } from './store/findings.ts'
import { insertMeasure, knownOnces, listStanding, markLifted } from './store/measures.ts'
import { tellConcerned } from './tell.ts'

/** The task of a measure: the unit answers, or an inspector arranges the talk. */
export const measureTask = 'carry-out-measure'

/** Issues what the ladder asks for after a finding (S-05), each once; answers the numbers. The month of the unit is held. */
export async function raiseMeasures(ctx: Ctx, finding: NewFinding, findingNumber: string): Promise<readonly string[]> {
  const rules = settingsAt(ctx, supervisionSettings)
  const tally = await tallyOf(ctx.db, finding)
  const due = measuresDue(finding, tally, { findingId: finding.id, who: finding.staffId ?? finding.unitId, unitId: finding.unitId, month: finding.month }, rules)
  if (due.length === 0) return []
  const known = await knownOnces(ctx.db, due.map(({ once }) => once))
  const numbers: string[] = []
  for (const one of due) if (!known.has(one.once)) numbers.push(await issueMeasure(ctx, finding, findingNumber, { ...one, points: tally.points, findings: tally.ofUnit }))
  return numbers
}

async function issueMeasure(ctx: Ctx, finding: NewFinding, findingNumber: string, due: DueMeasure & { readonly points: number; readonly findings: number }): Promise<string> {
  const rules = settingsAt(ctx, supervisionSettings)
  const id = newId(ctx.now.getTime())
  const talk = isTalk(due.measure)
  const office = await getOffice(ctx.db)
  const reply = clock({ id: newId(ctx.now.getTime()), name: 'answerMeasure', budget: rules.measureReply, unitId: talk ? office.id : finding.unitId, at: ctx.now })
  const { dueAt, dueDay, provisional } = dueOf(reply, ctx.services.legalCalendar.of({ regionCode: office.regionCode, hallId: null }))
  const matter = await openOwnMatter(
    ctx,
    { id, kind: 'measure', leadUnitId: finding.unitId, channel: 'register' },
    {
      command: 'issue',
      to: 'issued',
      actor: law,
      detail: { measure: due.measure, finding: findingNumber, points: due.points, findings: due.findings },
      timers: [reply],
      assign: [{ task: measureTask, ...(talk ? { unitId: office.id, role: 'inspector' } : { unitId: finding.unitId, role: 'unitHead' }), ...(dueAt !== undefined && { dueAt }) }],
    },
  )
  const recordings = due.measure === 'letterWithRecordings' ? await listRecordings(ctx.db, finding) : []
  const letter = isLetter(due.measure) ? await issueMeasureLetter(ctx, { matterId: id, measure: due.measure, unitId: finding.unitId, month: finding.month, findingNumber, findings: due.findings, points: due.points, answerBy: dueDay, provisional: provisional ? dueDay : undefined, recordings }) : undefined
  await insertMeasure(ctx.db, { id, measure: due.measure, once: due.once, findingId: finding.id, unitId: finding.unitId, staffId: finding.staffId, month: finding.month, documentId: letter?.id ?? null, documentNumber: letter?.number ?? null, issuedAt: ctx.now, recordings })
  await tellConcerned(ctx, { unitId: finding.unitId, staffId: talk ? finding.staffId : null, matterId: id }, talk ? 'talk-due' : 'measure-issued', { number: matter.number })
  return matter.number
}

function isLetter(measure: DueMeasure['measure']): measure is Exclude<DueMeasure['measure'], 'talkBySection' | 'talkByDivision'> {
  return !isTalk(measure)
}

/** Lifts the measures that have lost their ground with an overturned finding (S-06). */
export async function liftMeasures(ctx: Ctx, finding: Finding): Promise<void> {
  const rules = settingsAt(ctx, supervisionSettings)
  const tally = await tallyOf(ctx.db, finding)
  for (const measure of await listStanding(ctx.db, finding.unitId, finding.month)) {
    if (!losesGround(measure, finding.matter.id, tally, rules)) continue
    const { matter } = measure
    await recordStep(ctx, measureLifecycle, matter, { command: 'lift', to: 'lifted', actor: law, outcome: 'lifted', detail: { overturned: finding.matter.number }, timers: allDropped(matter.timers, { at: ctx.now, reason: 'overturned' }), endTasks: [measureTask] })
    await markLifted(ctx.db, matter.id, ctx.now)
    await tellConcerned(ctx, { unitId: measure.unitId, staffId: measure.staffId, matterId: matter.id }, 'measure-lifted', { number: matter.number })
  }
}
