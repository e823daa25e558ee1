import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ANSWER_FORMS, ANSWER_KINDS, AnswerDraft, GROUNDS, WITHHOLDING_GROUNDS } from '../schema.ts'
import { RESULT_ROWS, resultRowOf } from './annual-rows.ts'
import { checkAnswer, checkRepetition } from './answers.ts'

const all = { reason: '涉及第三方商业秘密', legalBasis: '《政府信息公开条例》第十五条', told: '区政府网站', provided: '批复正文', withheldPart: '附件二', earlierNumber: 'SQ2026090700001' } as const

/** A complete answer of a kind. */
function whole(kind: AnswerDraft['kind'], changes: object = {}): AnswerDraft {
  const { needs, grounds } = ANSWER_FORMS[kind]
  const given = Object.fromEntries(Object.entries(all).filter(([part]) => (needs as readonly string[]).includes(part)))
  return AnswerDraft.parse({ kind, ...given, ...(grounds.length > 0 && { ground: grounds[0] === 'petition' ? 'excessive' : grounds[0] }), ...changes })
}

const codeOf = (draft: AnswerDraft): string | undefined => {
  const verdict = checkAnswer(draft)
  return verdict.ok ? undefined : verdict.refusal.code
}

for (const kind of ANSWER_KINDS) {
  test(`O-08 an answer of the kind ${kind} goes out when it says all that belongs to it, and nothing less`, () => {
    assert.equal(codeOf(whole(kind)), undefined)
    for (const part of ANSWER_FORMS[kind].needs) assert.equal(codeOf({ ...whole(kind), [part]: undefined }), 'disclosure.answer-incomplete', part)
  })
}

test('O-08 every kind that goes against the applicant states reason and legal basis', () => {
  for (const kind of ANSWER_KINDS) {
    const { needs } = ANSWER_FORMS[kind]
    assert.equal(needs.includes('reason') && needs.includes('legalBasis'), kind !== 'alreadyPublic' && kind !== 'provided', kind)
  }
})

test('O-08 an answer has exactly one main kind: what belongs to another is refused', () => {
  assert.equal(codeOf(whole('withheld', { provided: '批复正文' })), 'disclosure.answer-mixed')
  assert.equal(codeOf(whole('provided', { withheldPart: '附件二' })), 'disclosure.answer-mixed')
  assert.equal(codeOf(whole('withheld', { fileIds: ['01999999-0000-7000-8000-000000000000'] })), 'disclosure.answer-mixed')
  assert.equal(codeOf(whole('withheld', { ground: 'notHeld' })), 'disclosure.ground-foreign')
})

test('O-09 a partly public record needs both parts: what is given and what is not', () => {
  assert.equal(codeOf(whole('partlyProvided', { provided: undefined })), 'disclosure.answer-incomplete')
  assert.equal(codeOf(whole('partlyProvided', { withheldPart: undefined })), 'disclosure.answer-incomplete')
})

test('O-14 a petition in the form of an application is told its channel', () => {
  assert.equal(codeOf(whole('notHandled', { ground: 'petition' })), 'disclosure.answer-incomplete')
  assert.equal(codeOf(whole('notHandled', { ground: 'petition', told: '区信访局，花都区公益大道1号' })), undefined)
})

test('O-15 only the same record asked again of the same agency by the same applicant after an answer is a repetition', () => {
  const same = { sameApplicant: true, sameUnit: true, sameRecord: true, answered: true }
  assert.equal(checkRepetition(same).ok, true)
  assert.equal(checkRepetition(undefined).ok, false)
  for (const part of Object.keys(same)) assert.equal(checkRepetition({ ...same, [part]: false }).ok, false, part)
})

test('O-13 every answer falls into exactly one row of the annual table', () => {
  for (const kind of ANSWER_KINDS) for (const ground of [undefined, ...ANSWER_FORMS[kind].grounds].slice(ANSWER_FORMS[kind].grounds.length > 0 ? 1 : 0)) assert.ok(RESULT_ROWS.includes(resultRowOf(kind, ground)), kind)
  for (const ground of WITHHOLDING_GROUNDS) assert.equal(resultRowOf('partlyProvided', ground), 'partlyDisclosed')
  assert.ok(GROUNDS.every((ground) => (RESULT_ROWS as readonly string[]).includes(ground)))
})
