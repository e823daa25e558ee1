import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { publicationErrors } from './errors.ts'
import { clockOf } from './rules/clocks.ts'
import { checkElements } from './rules/elements.ts'
import { checkIdentityNumbers } from './rules/numbers-in-text.ts'
import type { RecordFiling, RecordText } from './schema.ts'
import { publicationSettings } from './settings.ts'
import { findRecord, insertRecord } from './store/records.ts'
import { editorTask } from './tasks.ts'

export interface NewDraft extends RecordFiling {
  readonly unitId: string
  readonly text: RecordText
  /** Number of the policy that it interprets. */
  readonly interprets: string | null
  readonly proposalId: string | null
}

/** Opens the matter of a new record with the clock of its publication, which runs from the day on which the record was made (O-01). */
export async function openRecord(ctx: Ctx, { unitId, text, interprets, proposalId, ...filing }: NewDraft): Promise<string> {
  const rules = settingsAt(ctx, publicationSettings)
  const today = dayOf(ctx.now)
  const { regionCode } = await getUnit(ctx.db, unitId)
  must(checkElements({ ...text, ...filing, isInterpretation: interprets !== null }, { today, normativeValidity: rules.normativeValidity }))
  must(checkIdentityNumbers(text))
  const policyId = interprets === null ? null : await policyOf(ctx, interprets, unitId)
  const id = newId(ctx.now.getTime())
  const prefix = `GK${today.replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(4, '0')}`
  const timer = clockOf('publish', { id: newId(ctx.now.getTime()), unitId, from: text.createdOn, rules })
  await openMatter(
    ctx,
    { id, number, kind: 'publicRecord', regionCode, subjectId: null, itemVersionId: null, leadUnitId: unitId, channel: 'office' },
    {
      command: 'draft',
      to: 'draft',
      detail: { theme: filing.theme, class: filing.class, interprets },
      timers: [timer],
      assign: [editorTask(ctx, 'write', { unitId, matter: { regionCode, hallId: null }, timer })],
    },
  )
  await insertRecord(
    ctx.db,
    { id, unit_id: unitId, class: filing.class, theme: filing.theme, needs_interpretation: filing.needsInterpretation, answers_concern: filing.answersConcern, interprets: policyId, proposal_id: proposalId },
    { ...text, edition: 1, changedOn: null, changeReason: null, writers: [actorOf(ctx.caller)] },
  )
  return number
}

/** The policy of the same unit that is to be interpreted; an interpretation interprets no interpretation. */
async function policyOf(ctx: Ctx, number: string, unitId: string): Promise<string> {
  const policy = await findRecord(ctx.db, number, false)
  if (policy === undefined || policy.unitId !== unitId) throw new Refusal(publicationErrors.recordUnknown)
  if (policy.interprets !== null) throw new Refusal(publicationErrors.interpretationOfInterpretation, {}, [{ pointer: '/interprets', code: publicationErrors.interpretationOfInterpretation.code }])
  return policy.matter.id
}
