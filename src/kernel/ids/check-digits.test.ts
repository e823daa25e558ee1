import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { checkCitizenId } from './citizen-id.ts'
import { checkCreditCode, checkOrganisationCode } from './credit-code.ts'
import { checkMod3736, mod3736CheckCharacter } from './mod-37-36.ts'

const answer = (verdict: Verdict<string>) => (verdict.ok ? verdict.value : verdict.refusal.code)

/** The same text with another character at one place. */
const misprint = (text: string, alphabet: string) =>
  fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...alphabet))
    .filter(([place, character]) => text[place] !== character)
    .map(([place, character]) => text.slice(0, place) + character + text.slice(place + 1))

test('D-01 citizen numbers of the textbook pass, a small x is read as X', () => {
  for (const number of ['11010519491231002X', '440524188001010014']) assert.equal(answer(checkCitizenId(number)), number)
  assert.equal(answer(checkCitizenId('11010519491231002x')), '11010519491231002X')
})

test('D-01 a citizen number is refused for the first thing wrong with it', () => {
  const reasons: Record<string, readonly string[]> = {
    'ids.citizen-id-length': ['', '110105491231002', '11010519491231002', '11010519491231002X ', ' '.repeat(10_000), '1'.repeat(10_000)],
    'ids.citizen-id-characters': ['1101051949123100XX', '01010519491231002X', '１10105194912310021', '11010519491231002\n'],
    'ids.citizen-id-birth-date': ['440114200102290024', '110105194913310021', '110105194900310021', '110105194912320021', '110105190002290021', '110105000012310021'],
    'ids.citizen-id-check-digit': ['110105194912310021', '440524188001010015'],
  }
  for (const [code, numbers] of Object.entries(reasons)) {
    for (const number of numbers) assert.equal(answer(checkCitizenId(number)), code, number.slice(0, 30))
  }
})

test('D-01 a leap day is a birth date in a leap year only', () => {
  assert.notEqual(answer(checkCitizenId('440114200002290020')), 'ids.citizen-id-birth-date')
  assert.equal(answer(checkCitizenId('440114190002290020')), 'ids.citizen-id-birth-date')
})

test('D-01 no single mistyped digit of a citizen number goes unnoticed', () => {
  fc.assert(fc.property(misprint('440524188001010014', '0123456789'), (wrong) => assert.equal(checkCitizenId(wrong).ok, false)))
})

const creditCodes = [
  '12441500196720244T', '11100000000013338W', '11100000MB0341032Y', '11370800MB28559184',
  '11440114MB2C000019', '91440114MA5AAAAA02', '124401144553456786', '91320400MA1N00001R',
]

test('D-02 credit codes of live bodies and synthetic ones pass, small letters are read as capitals', () => {
  for (const code of creditCodes) {
    assert.equal(answer(checkCreditCode(code)), code)
    assert.equal(answer(checkCreditCode(code.toLowerCase())), code)
  }
})

test('D-02 a credit code is refused for its length, for I, O, S, V, Z, or for its check digit', () => {
  for (const text of ['', '12441500196720244', '1'.repeat(10_000)]) assert.equal(answer(checkCreditCode(text)), 'ids.credit-code-length')
  for (const letter of [...'IOSVZiosvz', 'ı', 'ſ', '１', '-']) {
    assert.equal(answer(checkCreditCode(`1244150019672024${letter}T`)), 'ids.credit-code-characters', letter)
  }
  assert.equal(answer(checkCreditCode('12441500196720244U')), 'ids.credit-code-check-digit')
})

test('D-02 no single mistyped character of a credit code goes unnoticed', () => {
  const anyMisprint = fc.constantFrom(...creditCodes).chain((code) => misprint(code, '0123456789ABCDEFGHJKLMNPQRTUWXY'))
  fc.assert(fc.property(anyMisprint, (wrong) => assert.equal(answer(checkCreditCode(wrong)), 'ids.credit-code-check-digit')))
})

test('organisation codes of GB 11714 pass with and without the hyphen', () => {
  for (const code of ['196720244', '000013338', '014110251']) assert.equal(answer(checkOrganisationCode(code)), code)
  assert.equal(answer(checkOrganisationCode('19672024-4')), '196720244')
  assert.equal(answer(checkOrganisationCode('mb0341032')), 'MB0341032')
})

test('an organisation code is refused for its length, its characters, or its check character', () => {
  for (const text of ['', '12345678', '1'.repeat(10_000)]) assert.equal(answer(checkOrganisationCode(text)), 'ids.organisation-code-length')
  for (const text of ['1967202-44', '19672024A', '１96720244', '19672024ß', '196720244\n']) assert.equal(answer(checkOrganisationCode(text)), 'ids.organisation-code-characters')
  for (const text of ['014110253', '196720245', '19672024X']) assert.equal(answer(checkOrganisationCode(text)), 'ids.organisation-code-check-digit')
})

test('D-03 MOD 37,36 gives the check characters of a live and a synthetic certificate', () => {
  assert.equal(answer(mod3736CheckCharacter('11100000000013338W01111430000006122244L20230000403001')), 'U')
  assert.equal(answer(mod3736CheckCharacter('11100000MB03271699022340100000000016001')), '9')
  assert.equal(answer(mod3736CheckCharacter('11100000000013338W00111440114MB2C00001920180531000000000001001')), 'C')
})

test('D-03 no single misprint passes MOD 37,36', () => {
  const body = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 1, maxLength: 60 })
  const whole = body.map((text) => text + answer(mod3736CheckCharacter(text)))
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  fc.assert(fc.property(whole, (text) => assert.equal(answer(checkMod3736(text)), text)))
  fc.assert(fc.property(whole.chain((text) => misprint(text, alphabet)), (wrong) => assert.equal(checkMod3736(wrong).ok, false)))
})

test('MOD 37,36 refuses other characters and is not slow on long text', () => {
  for (const text of ['', 'A', 'a1', 'A-1', '一1', `${'A'.repeat(10_000)}-1`]) assert.equal(answer(checkMod3736(text)), 'ids.mod-37-36-characters')
  assert.equal(checkMod3736('A'.repeat(10_000) + answer(mod3736CheckCharacter('A'.repeat(10_000)))).ok, true)
})
