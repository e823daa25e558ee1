import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { subjectErrors } from '../errors.ts'
import { registerOrganisation as register } from '../register.ts'
import { MaskedSubject, OrganisationFacts } from '../schema.ts'
import { getSubject } from '../store/subjects.ts'

const { name, tradeName, creditCode, legalRepresentativeId, establishedOn, phone, regionCode, address } = OrganisationFacts.unwrap().shape

export const registerOrganisation = defineOperation({
  name: 'subjects.register-organisation',
  summary: 'Registers an organisation under its unified social credit code; its legal representative is registered first',
  kind: 'command',
  http: { method: 'POST', path: '/subjects/organisations', status: 201 },
  access: { permission: 'subjects:register' },
  input: z
    .object({ name, tradeName: tradeName.default(null), creditCode, legalRepresentativeId, establishedOn, phone, regionCode, address })
    .refine((organisation) => organisation.tradeName === null || organisation.name.includes(organisation.tradeName), { path: ['tradeName'] }),
  output: MaskedSubject,
  refusals: [subjectErrors.creditCodeInvalid, subjectErrors.alreadyRegistered, subjectErrors.unknown],
  examples: [
    {
      summary: 'A supply-chain company',
      input: {
        name: '广州穗汇连供应链管理有限公司',
        tradeName: '穗汇连',
        creditCode: '91440114MA5Y000238',
        legalRepresentativeId: '01999999-0000-7000-8000-000000000000',
        establishedOn: '2016-06-01',
        phone: '13800006002',
        regionCode: '440114105',
        address: '广东省广州市花都区花东镇物流大道1号',
      },
    },
  ],
  async run(ctx, input) {
    const id = await register(ctx, { ...input, state: 'active' })
    const { kind, maskedName, maskedNumber } = await getSubject(ctx.db, id)
    return { id, kind, maskedName, maskedNumber }
  },
})
