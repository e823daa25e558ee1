import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import { problemOf, refusalOfDatabase } from './problem.ts'

const texts = { zh: (code: string) => `${code} 中文`, en: (code: string) => code }

test('a detail is told beside the members of the problem and never in the place of one', () => {
  const refusal = new Refusal({ code: 'trial.closed', kind: 'conflict' }, { state: 'closed', status: 'valid', code: 'X', type: 'Y' })
  const { type, status, code, state } = problemOf(refusal, texts, 'R-1')
  assert.deepEqual({ type, status, code, state }, { type: 'urn:yimen:problem:trial.closed', status: 409, code: 'trial.closed', state: 'closed' })
})

test('a field that is wrong stands with its pointer and title', () => {
  const refusal = new Refusal({ code: 'trial.wrong', kind: 'invalid' }, { errors: 'taken' }, [{ pointer: '/a', code: 'too_small' }])
  assert.deepEqual(problemOf(refusal, texts, 'R-1')['errors'], [{ pointer: '/a', code: 'too_small', title: 'too_small 中文' }])
})

test('a lost race is a conflict, a server that is away or waiting too long asks to try again, anything else is a fault', () => {
  const answered = (code: string) => refusalOfDatabase(Object.assign(new Error('from the database'), { code }))?.code
  assert.equal(answered('40001'), 'contract.version-conflict')
  for (const code of ['40P01', '25006', '08006', '57P01', '53300', 'ECONNREFUSED', '55P03', '57014', '25P03']) assert.equal(answered(code), 'contract.try-again', code)
  for (const code of ['23505', '42P01', '22P02']) assert.equal(answered(code), undefined, code)
})

test('a database that cannot be connected to is away, also when its socket is gone; a file that is not there is a fault', () => {
  const failed = (syscall: string, code: string) => refusalOfDatabase(Object.assign(new Error(`${syscall} ${code}`), { syscall, code }))?.code
  for (const code of ['ENOENT', 'ECONNREFUSED', 'EHOSTUNREACH', 'ETIMEDOUT']) assert.equal(failed('connect', code), 'contract.try-again', code)
  assert.equal(failed('open', 'ENOENT'), undefined)
})
