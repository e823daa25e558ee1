import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { dayOf } from '#kernel/time/day.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { applicantOfPerson } from '../applicants.ts'
import { disclosureErrors } from '../errors.ts'
import { RequestNumber, UnitKey, WantedForm, WantedRecord } from '../schema.ts'
import { takeRequest } from '../take-request.ts'

/** The agency confirms receipt before its time runs (art. 31): an application through the network is received when both sides have confirmed it. */
export const submitRequest = defineOperation({
  name: 'disclosure.submit-request',
  summary: 'Applies to an agency for information, signed in',
  kind: 'command',
  http: { method: 'POST', path: '/disclosure/own-requests', status: 201 },
  access: { permission: 'disclosure:apply' },
  rate: { perMinute: 20 },
  input: z.object({ unitId: UnitKey, record: WantedRecord, wantedForm: WantedForm.default('online') }),
  output: z.object({ number: RequestNumber }),
  refusals: [organisationErrors.unitUnknown, disclosureErrors.unitHasNobody],
  examples: [{ summary: 'The acceptance report of a market', input: { unitId: 'shichang-jianguan', record: { title: '某某路农贸市场升级改造验收意见', features: '2025年下半年完成验收的那一次' }, wantedForm: 'online' } }],
  async run(ctx, { unitId, record, wantedForm }) {
    if (ctx.caller.kind !== 'person') throw new Refusal(contractRefusals.notPermitted)
    const applicant = await applicantOfPerson(ctx, ctx.caller.id)
    const { number } = await takeRequest(ctx, { unitId, channel: 'online', applicant, applicantKind: 'person', record, wantedForm, hallId: null, arrivedOn: dayOf(ctx.now), receivedOn: undefined })
    return { number }
  },
})
