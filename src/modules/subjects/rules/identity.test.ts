import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { checkIdNumber, checkOrganisationKey, checkPersonIdentity, organisationKindOf, statedByCitizenId } from './identity.ts'

function answer(verdict: Verdict<unknown>): string {
  return verdict.ok ? 'fine' : verdict.refusal.code
}

test('D-04 a person is keyed by a valid citizen number, written with a capital X', () => {
  const checked = checkIdNumber('citizenId', ' 11010519491231002x ')
  assert.equal(checked.ok && checked.value, '11010519491231002X')
})

test('D-04 a wrong check digit, an impossible day or an empty field is refused with its reason', () => {
  const reasons = ['110105194912310021', '440114200102290024', ''].map((text) => {
    const checked = checkIdNumber('citizenId', text)
    return checked.ok ? 'fine' : checked.refusal.details['reason']
  })
  assert.deepEqual(reasons, ['ids.citizen-id-check-digit', 'ids.citizen-id-birth-date', 'ids.citizen-id-length'])
})

test('D-04 other documents are checked by their printed shape', () => {
  assert.equal(answer(checkIdNumber('hongKongMacaoTravelPermit', 'h12345678')), 'fine')
  assert.equal(answer(checkIdNumber('hongKongMacaoTravelPermit', '12345678')), 'subjects.id-number-invalid')
  assert.equal(answer(checkIdNumber('taiwanTravelPermit', '12345678')), 'fine')
  assert.equal(answer(checkIdNumber('passport', 'E12345678')), 'fine')
  assert.equal(answer(checkIdNumber('passport', 'E1234-5678')), 'subjects.id-number-invalid')
})

test('D-04 the number must say the same birthday and sex as the record', () => {
  const person = { idKind: 'citizenId', idNumber: '11010519491231002X', birthOn: '1949-12-31', sex: 'female' } as const
  assert.equal(answer(checkPersonIdentity(person)), 'fine')
  assert.equal(answer(checkPersonIdentity({ ...person, birthOn: '1949-12-30' })), 'subjects.id-number-contradicts')
  assert.equal(answer(checkPersonIdentity({ ...person, sex: 'male' })), 'subjects.id-number-contradicts')
  assert.equal(answer(checkPersonIdentity({ ...person, idNumber: '110105194912310021' })), 'subjects.id-number-invalid')
})

test('the citizen number tells the day of birth and, by its 17th character, the sex', () => {
  assert.deepEqual(statedByCitizenId('440524188001010014'), { birthOn: '1880-01-01', sex: 'male' })
})

test('D-04 an organisation is keyed by a valid unified social credit code', () => {
  const checked = checkOrganisationKey('11100000000013338w')
  assert.equal(checked.ok && checked.value, '11100000000013338W')
  assert.equal(answer(checkOrganisationKey('111000000000133381')), 'subjects.credit-code-invalid')
  assert.equal(answer(checkOrganisationKey('')), 'subjects.credit-code-invalid')
})

test('the first two characters of the code tell the kind of organisation', () => {
  assert.deepEqual(
    ['91320400MA1N00001R', '92440114MA5Y00015A', '12441500196720244T', '99440114MA5Y00015A'].map(organisationKindOf),
    ['enterprise', 'individualBusiness', 'publicInstitution', 'other'],
  )
})
