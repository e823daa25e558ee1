import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { Day } from '#kernel/time/day.ts'
import { subjectErrors } from '../errors.ts'
import { openSubject } from '../open-subject.ts'
import { numberIndexOf, registerPerson } from '../register.ts'
import { checkIdNumber, statedByCitizenId } from '../rules/identity.ts'
import { IdKindSchema, MaskedSubject, oneLine, PersonFacts, SEXES } from '../schema.ts'
import { findByNumberIndex, getSubject } from '../store/subjects.ts'

const { phone, regionCode, address } = PersonFacts.unwrap().shape

export const findOrRegisterPerson = defineOperation({
  name: 'subjects.find-or-register-person',
  summary: 'The person on the document that a clerk reads: found by number, or registered; the name must be that of the record',
  kind: 'command',
  http: { method: 'POST', path: '/subjects/persons' },
  access: { permission: 'subjects:register' },
  rate: { perMinute: 60 },
  input: z.object({
    name: oneLine(2, 50),
    idKind: IdKindSchema.default('citizenId'),
    idNumber: oneLine(5, 20),
    /** Needed unless the number states them. */
    sex: z.enum(SEXES).optional(),
    birthOn: Day.optional(),
    phone,
    regionCode,
    address,
  }),
  output: MaskedSubject.extend({ registered: z.boolean() }),
  refusals: [subjectErrors.idNumberInvalid, subjectErrors.idNumberContradicts, subjectErrors.notStatedByNumber, subjectErrors.nameDiffers, subjectErrors.alreadyRegistered],
  examples: [
    {
      summary: 'Read from an identity card',
      input: { name: '张晓梅', idNumber: '440114198805160020', phone: '13800005001', regionCode: '440114001', address: '广东省广州市花都区新华街道建设北路12号之一' },
    },
  ],
  async run(ctx, { sex, birthOn, ...read }) {
    const idNumber = must(checkIdNumber(read.idKind, read.idNumber))
    const found = await findByNumberIndex(ctx.db, 'person', numberIndexOf(ctx, 'person', idNumber))
    if (found !== undefined) {
      const known = await openSubject(ctx, found.id, { purpose: 'acceptance', identified: true })
      if (known.name !== read.name) throw new Refusal(subjectErrors.nameDiffers)
      return { id: found.id, kind: found.kind, maskedName: found.maskedName, maskedNumber: found.maskedNumber, registered: false }
    }
    const stated = read.idKind === 'citizenId' ? statedByCitizenId(idNumber) : undefined
    const facts = { sex: sex ?? stated?.sex, birthOn: birthOn ?? stated?.birthOn }
    if (facts.sex === undefined || facts.birthOn === undefined) throw new Refusal(subjectErrors.notStatedByNumber, {}, [{ pointer: '/birthOn', code: subjectErrors.notStatedByNumber.code }])
    const id = await registerPerson(ctx, { ...read, idNumber, sex: facts.sex, birthOn: facts.birthOn })
    const { kind, maskedName, maskedNumber } = await getSubject(ctx.db, id)
    return { id, kind, maskedName, maskedNumber, registered: true }
  },
})
