import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersQuery, isListOpen, readAnswers } from './answers.ts'

const option = (key: string) => ({ key, label: key, effect: null, mark: 'sourced' as const })
const questions = [
  { key: 'handling', choose: 'ONE' as const, options: [option('new'), option('renew')] },
  { key: 'cold-or-raw', choose: 'MANY' as const, options: [option('cold'), option('raw')] },
]

test('answers survive the way into an address and back', () => {
  const answers = { handling: ['new'], 'cold-or-raw': ['cold', 'raw'] }
  assert.deepEqual(readAnswers(new URLSearchParams(answersQuery(answers)), questions), answers)
})

test('an option that the question does not have is no answer, and one question takes one', () => {
  const params = new URLSearchParams('a.handling=sell&a.handling=renew&a.handling=new&a.other=x')
  assert.deepEqual(readAnswers(params, questions), { handling: ['renew'] })
})

test('the list of materials hangs on the questions that it names and on those that lead to them, and on no others', () => {
  const question = (key: string, showWhen: string[]) => ({ key, showWhen: showWhen.map((one) => ({ question: one, anyOf: ['yes'] })) })
  const scenarios = [question('kind', []), question('online', ['kind']), question('delivery', []), question('address', ['delivery'])]
  const drawn = { when: [{ question: 'online', anyOf: ['yes'] }] }
  const decides = (key: string): boolean => isListOpen({ scenarios, materials: [drawn] }, { openQuestions: [key] })
  assert.deepEqual(scenarios.map(({ key }) => [key, decides(key)]), [['kind', true], ['online', true], ['delivery', false], ['address', false]])
})
