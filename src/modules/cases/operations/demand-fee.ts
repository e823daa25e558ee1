import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import { wait } from '#kernel/time/timer.ts'
import { caseErrors } from '../errors.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { itemOf } from '../item-of.ts'
import { recordCaseStep } from '../record-step.ts'
import { changeTogether, countedClocks } from '../rules/clock-changes.ts'
import { checkFee, publishedFees, yuanText } from '../rules/fees.ts'
import { insertFee } from '../store/fees.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/**
 * Asks the applicant for a published fee of the item. Before the decision the case waits for the payment, as the applicant's
 * time and without moving the due date (C-08); after it only the fee is owed.
 */
export const demandFee = defineCaseCommand({
  name: 'cases.demand-fee',
  command: 'demand-fee',
  summary: 'Demands a published fee of the item, with a notice that shows standard, basis and calculation',
  fields: {
    name: z.string().min(1).max(200),
    amountMinor: z.int().min(1).max(1_000_000_000_00),
    /** How the amount follows from the standard, where the standard names no single amount. */
    calculation: z.string().min(1).max(300).optional(),
  },
  refusals: [caseErrors.feeNotPublished, caseErrors.feeNotStandard, caseErrors.feeNotCalculated, caseErrors.feeAlreadyDue],
  example: { name: '证件工本费', amountMinor: 4000, calculation: '补领1本，每本40元' },
  async run(ctx, record, { name, amountMinor, calculation }) {
    const { matter } = record
    if (record.detail.fee_state === 'due') throw new Refusal(caseErrors.feeAlreadyDue)
    const item = await itemOf(ctx, record)
    must(checkFee(item, { name, amountMinor, calculation }))
    const fee = publishedFees(item).find((one) => one.name === name)
    const [standard, basis] = [fee?.standard ?? '', fee?.basis ?? '']
    const id = newId(ctx.now.getTime())
    const document = await issueCaseDocument(ctx, record, { kind: 'feeNotice', item, data: { feeName: name, standard, feeBasis: basis, amount: yuanText(amountMinor), calculation, demandedOn: dayOf(ctx.now) } })
    const undecided = matter.state === 'inReview'
    const pause = { at: ctx.now, cause: 'payment', party: { kind: 'payment' }, documentId: document.id } as const
    const changed = await recordCaseStep(ctx, record, {
      command: 'demand-fee',
      to: undecided ? 'suspended' : matter.state === 'issued' ? 'issued' : 'decided',
      timers: undecided ? must(changeTogether(countedClocks(matter.timers), (timer) => wait(timer, pause))) : [],
      detail: { fee: id, name, amountMinor, document: document.number },
      change: { fee_state: 'due' },
    })
    await insertFee(ctx.db, { id, caseId: matter.id, name, standard, basis, calculation: calculation ?? null, amountMinor, demandedAt: ctx.now, demandedBy: actorOf(ctx.caller) })
    await tellParties(ctx, changed, 'feeDemanded', { amount: yuanText(amountMinor), fee: name })
    return { record: changed, documents: [document] }
  },
})
