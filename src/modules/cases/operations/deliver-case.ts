import { z } from 'zod'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { satisfy } from '#kernel/time/timer.ts'
import { getStaff } from '#modules/organisation/index.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { readAhead } from '../read-ahead.ts'
import { keepSignature, ReceiptSignature } from '../receipt-signature.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { defineCaseCommand } from './case-command.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

/** 送达: the result reaches the applicant in the way that he chose, within ten working days of the decision (C-07). Who fetches it at a window signs for it. */
export const deliverCase = defineCaseCommand({
  name: 'cases.deliver-case',
  command: 'deliver',
  summary: 'Hands the result over and writes the receipt of delivery',
  fields: { trackingNumber: z.string().max(40).optional(), signature: ReceiptSignature.optional() },
  refusals: [caseErrors.receiptUnsigned],
  example: {},
  async run(ctx, record, { trackingNumber, signature }) {
    if (record.detail.delivery_kind === 'window' && signature === undefined) throw new Refusal(caseErrors.receiptUnsigned, {}, [{ pointer: '/signature', code: caseErrors.receiptUnsigned.code }])
    const { caller } = ctx
    const [item, servedBy] = await sideBySide([
      itemOf(ctx, record),
      caller.kind === 'staff' ? getStaff(ctx.db, caller.id).then(({ name }) => name) : texts.system,
      readAhead(ctx, { applicantId: record.detail.applicant_id }),
    ])
    const delivery = openClock(record.matter.timers, clockNames.delivery)
    const method = texts.delivery[record.detail.delivery_kind as keyof typeof texts.delivery]
    const document = await issueCaseDocument(ctx, record, {
      kind: 'deliveryReceipt',
      item,
      data: { documentTitle: item.result.name ?? texts.resultDocument, documentNumber: record.detail.certificate_identifier ?? record.matter.number, method: trackingNumber === undefined ? method : `${method}（${trackingNumber}）`, place: method, servedBy, servedOn: dayOf(ctx.now), ...(signature !== undefined && { receivedBy: signature.name }) },
    })
    const changed = await recordCaseStep(ctx, record, {
      command: 'deliver',
      to: 'delivered',
      timers: delivery ? [must(satisfy(delivery, ctx.now))] : [],
      endTasks: ['deliver'],
      detail: { by: record.detail.delivery_kind, receipt: document.number, ...(signature !== undefined && { signature: await keepSignature(ctx, record.matter.id, signature) }) },
      change: { delivered_at: ctx.now },
    })
    return { record: changed, documents: [document] }
  },
})
