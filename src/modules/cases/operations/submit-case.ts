import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { sideBySide } from '#kernel/contract/side-by-side.ts'
import { must } from '#kernel/errors/refusal.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { catalogueErrors, conditionHolds, getItemInForce } from '#modules/catalogue/index.ts'
import { admit, applicantIdOf } from '../application.ts'
import { checklistBeforeFiling } from '../checklist-before-filing.ts'
import { takeDeclaration } from '../declaration.ts'
import { caseErrors } from '../errors.ts'
import { fetchedEvidence, offeredEvidence } from '../evidence-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { materialRows } from '../material-rows.ts'
import { openCase } from '../open-case.ts'
import { placeIndexOf } from '../place-index.ts'
import { pledgeOrder } from '../pledge-order.ts'
import { readAhead } from '../read-ahead.ts'
import { newQueryCode } from '#kernel/matter/query-code.ts'
import { renewalOf } from '../renewal-of.ts'
import { checkDelivery } from '../rules/admission.ts'
import { checkComplete, checkOffered, checkPledge } from '../rules/checklist.ts'
import { checkFilledIn } from '../rules/filled-in.ts'
import { CaseAnswer, SubmitCaseInput } from '../schema.ts'
import { filedDraftEnd } from '../rules/drafts.ts'
import { noteServed } from '../note-served.ts'
import { hasBadCredit } from '../store/credit.ts'
import { markDraftFiled } from '../store/drafts.ts'
import { tellParties } from '../tell-parties.ts'
import { noteVisit } from '../visit.ts'
import { answerOf, today } from './case-command.ts'
import { foodLicenceApplication } from './submit-case-example.ts'

/** Files an application: checked against the published version of the item of that day, which the case keeps (I-14). */
export const submitCase = defineOperation({
  name: 'cases.submit-case',
  summary: 'Files an application for a service item',
  kind: 'command',
  http: { method: 'POST', path: '/cases', status: 201 },
  access: { permission: 'cases:submit' },
  input: SubmitCaseInput,
  output: CaseAnswer.extend({ queryCode: z.string() }),
  refusals: [...Object.values(caseErrors), catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce],
  examples: [{ summary: 'A person applies online for a food operation licence', input: foodLicenceApplication }],
  async run(ctx, input) {
    const [{ id: itemVersionId, item }] = await sideBySide([getItemInForce(ctx.db, input.implementCode, today(ctx)), readAhead(ctx, { applicantId: applicantIdOf(ctx, input) })])
    const application = await admit(ctx, input, item)
    const placeIndex = placeIndexOf(ctx, input.form)
    const { lines, verified } = await checklistBeforeFiling(ctx, item, { applicantId: application.applicant.id, answers: input.answers, placeIndex, given: input.materials.map(({ material }) => material) })
    must(checkFilledIn(item, input, conditionHolds))
    must(checkDelivery(item, input.delivery.kind))
    must(checkOffered(lines, input.materials, { pledge: input.pledge }))
    if (ctx.caller.kind !== 'staff') must(checkComplete(lines, input.materials.map((offer) => offer.material)))
    if (input.pledge) must(checkPledge(item, await hasBadCredit(ctx.db, application.applicant.id)))
    const renewal = input.renews === undefined ? undefined : await renewalOf(ctx, input.renews, application.applicant.id)

    const declaration = await takeDeclaration(ctx, input.declaration, application.applicant.id)
    const queryCode = newQueryCode()
    const record = await openCase(ctx, { input, item, itemVersionId, application, declaration, queryCode, placeIndex, lateRenewal: renewal?.late ?? false })
    const offered = await offeredEvidence(ctx, { matterId: record.matter.id, holderId: application.applicant.id }, lines, input.materials)
    await addEvidence(ctx.db, record.matter.id, [...offered, ...fetchedEvidence(ctx, lines, input.materials, verified)])
    const documents = [await issueCaseDocument(ctx, record, { kind: 'receiptSlip', item, data: { materials: materialRows(lines, input.materials) } })]
    if (input.pledge) documents.push(await issueCaseDocument(ctx, record, pledgeOrder(ctx, item)))
    if (application.channel === 'window') await noteVisit(ctx, record, item, 'submit')
    await noteServed(ctx, record, item, 'submit')
    if (input.draftId !== undefined && ctx.caller.kind === 'person') await markDraftFiled(ctx.db, { id: input.draftId, personId: ctx.caller.id }, { number: record.matter.number, until: filedDraftEnd(ctx.now) })
    await tellParties(ctx, record, 'submitted', { code: queryCode })
    ctx.publish('cases.case-submitted', { matterId: record.matter.id, number: record.matter.number })
    return { ...answerOf(ctx, record, documents), queryCode }
  },
})
